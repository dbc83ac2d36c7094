import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progressOn } from "../build/progress.js";
import { examination } from "../doctor/examination.js";
import { areaText, someOf } from "../doctor/finding.js";
import { reportGeojson } from "../doctor/report-geojson.js";
import { reportText } from "../doctor/report-text.js";
import { checkExtents } from "../imports/check-extents.js";
import { layersToMeasure } from "../imports/derived-tolerance.js";
import type { ImportedLayer } from "../imports/imported-layer.js";
import { readLayerToExamine } from "../imports/read-layer.js";

/** What the person asks of `doctor`. */
export interface ExamineFlags {
  readonly json?: boolean;
  readonly geojson?: string;
  readonly repair?: string | true;
  readonly code?: string;
  readonly name?: string;
  readonly crs?: string;
  readonly axes?: "xy" | "yx";
}

/** Reads layers, says what is wrong with them, and mends what it is asked to. */
export async function examineFiles(files: readonly string[], flags: ExamineFlags): Promise<void> {
  const progress = progressOn(process.stderr, { title: "Examining", steps: files.length + 1 });
  try {
    const layers: ImportedLayer[] = [];
    for (const address of files) {
      progress.step(`reading ${address}`);
      // Which layer of an edition it will be does not matter here.
      layers.push(await readLayerToExamine("footprints", request(address, flags), "-"));
    }
    checkExtents(layers.map((layer) => ({ layer, flag: "-" })));
    progress.step("measuring");
    const found = examination(layersToMeasure(layers).map((layer) => ({ ...layer, title: layer.file.file })));
    progress.done();
    process.stdout.write(flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : reportText(found));
    if (flags.geojson !== undefined) writeFileSync(flags.geojson, `${JSON.stringify(reportGeojson(found))}\n`);
    if (flags.repair !== undefined) writeMended(layers, flags.repair === true ? "." : flags.repair);
  } finally {
    progress.done();
  }
}

function request(address: string, { code, name, crs, axes }: ExamineFlags) {
  return { address, code: code ?? null, name: name ?? null, crs: crs ?? null, isSwapped: axes === "yx" };
}

function writeMended(layers: readonly ImportedLayer[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, areas, refused } of layers) {
    const path = join(folder, `${file.file.replace(/\.[^.]*$/, "").replace(/[^\w.-]+/g, "-")}.mended.geojson`);
    const features = areas.map(({ code, name, boundary }) => ({
      type: "Feature",
      properties: { code, name },
      geometry: boundary,
    }));
    writeFileSync(path, `${JSON.stringify({ type: "FeatureCollection", features })}\n`);
    const without = refused.length === 0 ? "" : `, without ${someOf(refused.map(areaText))}`;
    process.stderr.write(`${path} has the mended layer, WGS 84${without}\n`);
  }
}
