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
  const { stdout: text } = await run("ogrinfo", ["-ro", "-so", path, ...(layer === undefined ? ["-al"] : [layer])]);
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

/** How many shapes of a layer GEOS calls invalid, asked through GDAL and SpatiaLite; null where they are not there. */
export async function invalidCount(path: string, layer: string): Promise<number | null> {
  const sql = `select count(*) as shapes, sum(ST_IsValid(geometry)) as valid from "${layer}"`;
  const { stdout } = await run("ogrinfo", ["-q", "-dialect", "sqlite", "-sql", sql, path]);
  const [shapes, valid] = ["shapes", "valid"].map(
    (name) => new RegExp(`${name} \\(Integer\\) = (\\d+)`).exec(stdout)?.[1],
  );
  return shapes === undefined || valid === undefined ? null : Number(shapes) - Number(valid);
}
