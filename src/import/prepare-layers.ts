import { LAYER_NAMES } from "../model/layer.js";
import { checkExtentsIntersect } from "./check-extents-intersect.js";
import type { ImportedLayer } from "./import-layer.js";
import { deriveToleranceM, type ProjectedLayer, projectLayers, readLayer } from "./import-layer.js";
import { type ImportOptions, LAYER_FLAGS } from "./import-options.js";
import { dropUnmatchedAreas } from "./layer-coverage.js";
import { checkNoOverlaps } from "./overlapping-areas.js";
import { areaLabel } from "./repair/result.js";

/** The layers of an edition, fit to be compared. */
export interface LayersToImport {
  readonly layers: readonly ImportedLayer[];
  /** The same in one plane. */
  readonly projected: readonly ProjectedLayer[];
  readonly toleranceM: number;
  /** What everybody who reads the edition is to know of them, a sentence a fact. */
  readonly notes: readonly string[];
}

/**
 * Reads the layers of a plan, leaves out what no footprint meets, and makes sure that each covers its land once.
 *
 * @throws {ImportError} with what is wrong with a layer, or with two of them together
 */
export async function prepareLayers(options: ImportOptions, step: (what: string) => void): Promise<LayersToImport> {
  const read: ImportedLayer[] = [];
  for (const layer of LAYER_NAMES) {
    const request = options.layers[layer];
    if (request === undefined) continue;
    step(`reading ${request.address}`);
    read.push(await readLayer(layer, request, LAYER_FLAGS[layer]));
  }
  checkExtentsIntersect(read.map((layer) => ({ layer, flag: LAYER_FLAGS[layer.layer] })));
  step("measuring");
  const allLayers = projectLayers(read);
  const toleranceM = options.toleranceM ?? deriveToleranceM(allLayers);
  const matched = dropUnmatchedAreas(allLayers, toleranceM);
  const projected = projectLayers(matched.layers);
  const notes = [
    ...toleranceNotes(options.toleranceM, toleranceM),
    ...matched.notes,
    ...projected.flatMap(checkNoOverlaps),
    ...repairNotes(read),
    ...accuracyNotes(read),
  ];
  return { layers: matched.layers, projected, toleranceM, notes };
}

function toleranceNotes(statedM: number | null, usedM: number): string[] {
  return statedM === null
    ? [`The tolerance of ${usedM} m was derived from how far apart the vertices of the coarser layer are.`]
    : [`The tolerance of ${usedM} m was set by whoever imported the edition.`];
}

function repairNotes(layers: readonly ImportedLayer[]): string[] {
  return layers.flatMap(({ file, repairs }) => {
    const plain = repairs.filter(({ changesArea }) => !changesArea);
    const names = [...new Set(plain.map(areaLabel))];
    return [
      ...(names.length === 0
        ? []
        : [
            `Mended in ${file.file}: ${names.length} boundaries that crossed or touched themselves, were open or enclosed nothing: ${names.join(", ")}.`,
          ]),
      ...repairs
        .filter(({ changesArea }) => changesArea)
        .map((repair) => `${file.file}: ${areaLabel(repair)} ${repair.what}: ${repair.done}.`),
    ];
  });
}

// A reader who compares borders to the metre has to know how the positions came about.
function accuracyNotes(layers: readonly ImportedLayer[]): string[] {
  return layers.flatMap(({ file, crs: { label, accuracyM } }) =>
    accuracyM === 0 ? [] : [`Positions of ${file.file} were transformed from ${label}, right to about ${accuracyM} m.`],
  );
}
