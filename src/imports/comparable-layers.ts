import { areaText } from "../doctor/finding.js";
import { LAYER_NAMES } from "../model/layer.js";
import { checkExtents } from "./check-extents.js";
import { checkLandOnce } from "./check-land-once.js";
import { coveredLayers } from "./covered-layers.js";
import { derivedToleranceM, type LayerToMeasure, layersToMeasure } from "./derived-tolerance.js";
import { type EditionPlan, LAYER_FLAGS } from "./edition-plan.js";
import type { ImportedLayer } from "./imported-layer.js";
import { readLayer } from "./read-layer.js";

/** The layers of an edition, fit to be compared. */
export interface ComparableLayers {
  readonly layers: readonly ImportedLayer[];
  /** The same in one plane. */
  readonly measured: readonly LayerToMeasure[];
  readonly toleranceM: number;
  /** What everybody who reads the edition is to know of them, a sentence a fact. */
  readonly notes: readonly string[];
}

/**
 * Reads the layers of a plan, leaves out what no footprint meets, and makes sure that each covers its land once.
 *
 * @throws {ImportError} with what is wrong with a layer, or with two of them together
 */
export async function comparableLayers(plan: EditionPlan, step: (what: string) => void): Promise<ComparableLayers> {
  const read: ImportedLayer[] = [];
  for (const layer of LAYER_NAMES) {
    const request = plan.layers[layer];
    if (request === undefined) continue;
    step(`reading ${request.address}`);
    read.push(await readLayer(layer, request, LAYER_FLAGS[layer]));
  }
  checkExtents(read.map((layer) => ({ layer, flag: LAYER_FLAGS[layer.layer] })));
  step("measuring");
  const everything = layersToMeasure(read);
  const toleranceM = plan.toleranceM ?? derivedToleranceM(everything);
  const covered = coveredLayers(everything, toleranceM);
  const measured = layersToMeasure(covered.layers);
  const notes = [
    ...toleranceNotes(plan.toleranceM, toleranceM),
    ...covered.notes,
    ...measured.flatMap(checkLandOnce),
    ...mendNotes(read),
    ...accuracyNotes(read),
  ];
  return { layers: covered.layers, measured, toleranceM, notes };
}

function toleranceNotes(statedM: number | null, usedM: number): string[] {
  return statedM === null
    ? [`The tolerance of ${usedM} m was derived from how far apart the vertices of the coarser layer are.`]
    : [`The tolerance of ${usedM} m was set by whoever imported the edition.`];
}

function mendNotes(layers: readonly ImportedLayer[]): string[] {
  return layers.flatMap(({ file, mends }) => {
    const plain = mends.filter(({ changesArea }) => !changesArea);
    const names = [...new Set(plain.map(areaText))];
    return [
      ...(names.length === 0
        ? []
        : [
            `Mended in ${file.file}: ${names.length} boundaries that crossed or touched themselves, were open or enclosed nothing: ${names.join(", ")}.`,
          ]),
      ...mends
        .filter(({ changesArea }) => changesArea)
        .map((mend) => `${file.file}: ${areaText(mend)} ${mend.what}: ${mend.done}.`),
    ];
  });
}

// A reader who compares borders to the metre has to know how the positions came about.
function accuracyNotes(layers: readonly ImportedLayer[]): string[] {
  return layers.flatMap(({ file, place: { label, accuracyM } }) =>
    accuracyM === 0 ? [] : [`Positions of ${file.file} were transformed from ${label}, right to about ${accuracyM} m.`],
  );
}
