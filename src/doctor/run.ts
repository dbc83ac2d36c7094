import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportedLayer } from "../import/import-layer.js";
import { projectLayers, readLayerToInspect } from "../import/import-layer.js";
import { checkExtentsIntersect } from "../import/prepare-layers.js";
import { abbreviateList, areaLabel } from "../import/repair/format.js";
import type { StartProgress } from "../model/progress.js";
import { inspectLayers, reportGeojson, reportText } from "./report.js";

/** The flags of `doctor`. */
export interface DoctorOptions {
  readonly json?: boolean;
  readonly geojson?: string;
  readonly repair?: string | true;
  readonly code?: string;
  readonly name?: string;
  readonly crs?: string;
  readonly axes?: "xy" | "yx";
}

/** Reads layers, prints the report, and writes the files that the flags request. */
export async function runDoctor(
  files: readonly string[],
  options: DoctorOptions,
  startProgress: StartProgress,
): Promise<void> {
  const progress = startProgress({ title: "Examining", steps: files.length + 1 });
  try {
    const layers: ImportedLayer[] = [];
    for (const address of files) {
      progress.step(`reading ${address}`);
      layers.push(await readLayerToInspect("footprints", layerRequest(address, options), "-")); // any layer will do
    }
    checkExtentsIntersect(layers.map((layer) => ({ layer, flag: "-" })));
    progress.step("measuring");
    const report = inspectLayers(projectLayers(layers).map((layer) => ({ ...layer, title: layer.file.file })));
    progress.done();
    process.stdout.write(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
    if (options.geojson !== undefined) writeFileSync(options.geojson, `${JSON.stringify(reportGeojson(report))}\n`);
    if (options.repair !== undefined) writeRepairedLayers(layers, options.repair === true ? "." : options.repair);
  } finally {
    progress.done();
  }
}

function layerRequest(address: string, { code, name, crs, axes }: DoctorOptions) {
  return { address, code: code ?? null, name: name ?? null, crs: crs ?? null, isSwapped: axes === "yx" };
}

function writeRepairedLayers(layers: readonly ImportedLayer[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, areas, unrepairable } of layers) {
    const path = join(folder, `${file.file.replace(/\.[^.]*$/, "").replace(/[^\w.-]+/g, "-")}.mended.geojson`);
    const features = areas.map(({ code, name, boundary }) => ({
      type: "Feature",
      properties: { code, name },
      geometry: boundary,
    }));
    writeFileSync(path, `${JSON.stringify({ type: "FeatureCollection", features })}\n`);
    const without = unrepairable.length === 0 ? "" : `, without ${abbreviateList(unrepairable.map(areaLabel))}`;
    process.stderr.write(`${path}: the repaired layer, in WGS 84${without}\n`);
  }
}
