import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether GDAL's ogrinfo is there; tests that want it are skipped where it is not. */
export const HAS_GDAL = spawnSync("ogrinfo", ["--version"]).status === 0;

/** What GDAL reads of a layer. */
export interface GdalLayer {
  readonly featureCount: number;
  /** West, south, east, north; null for a table without shapes. */
  readonly extent: readonly number[] | null;
  readonly fields: readonly string[];
}

/** Opens a file with GDAL and describes one of its layers, the first when none is named. */
export async function gdalLayer(path: string, layer?: string): Promise<GdalLayer> {
  return parseLayerInfo(
    (await run("ogrinfo", ["-ro", "-so", path, ...(layer === undefined ? ["-al"] : [layer])])).stdout,
  );
}

/** Opens a file with GDAL and describes all of its layers, by name. */
export async function gdalLayers(path: string): Promise<ReadonlyMap<string, GdalLayer>> {
  const { stdout } = await run("ogrinfo", ["-ro", "-so", "-al", path]);
  const [, ...texts] = stdout.split(/^Layer name: /m);
  return new Map(texts.map((text) => [text.slice(0, text.indexOf("\n")), parseLayerInfo(text)]));
}

function parseLayerInfo(text: string): GdalLayer {
  const extent = /^Extent: \((.+), (.+)\) - \((.+), (.+)\)$/m.exec(text);
  return {
    featureCount: Number(/^Feature Count: (\d+)$/m.exec(text)?.[1]),
    extent: extent === null ? null : extent.slice(1).map(Number),
    fields: [...text.matchAll(/^(\w+): (?:String|Integer|Integer64|Real)/gm)].map(([, name = ""]) => name),
  };
}

/** What ogrinfo prints. */
export async function gdalText(...args: readonly string[]): Promise<string> {
  return (await run("ogrinfo", args)).stdout;
}

/**
 * How many shapes of each layer GEOS calls invalid, asked through GDAL and SpatiaLite in one reading of the file; null
 * where they are not there.
 */
export async function invalidCounts(path: string, layers: readonly string[]): Promise<readonly (number | null)[]> {
  const statements = layers.map(
    (layer) => `select count(*) as shapes, sum(ST_IsValid(geometry)) as valid from "${layer}"`,
  );
  const { stdout } = await run("ogrinfo", ["-q", "-dialect", "sqlite", "-sql", statements.join(" union all "), path]);
  const [shapes = [], valid = []] = ["shapes", "valid"].map((name) =>
    [...stdout.matchAll(new RegExp(`${name} \\(Integer\\) = (\\d+)`, "g"))].map(([, count]) => Number(count)),
  );
  return layers.map((_, i) => {
    const [all, sound] = [shapes[i], valid[i]];
    return all === undefined || sound === undefined ? null : all - sound;
  });
}

/** The same of one layer. */
export async function invalidCount(path: string, layer: string): Promise<number | null> {
  const [count = null] = await invalidCounts(path, [layer]);
  return count;
}
