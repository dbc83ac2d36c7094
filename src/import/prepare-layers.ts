import { defaultSliverToleranceM } from "@coterminous/overlap";
import { LAYER_NAMES } from "../model/layer.js";
import { isOnsCode } from "./columns/code-patterns.js";
import { boxesIntersect, type CoordinateBox, coordinateBox, EMPTY_BOX } from "./formats/vector-layer.js";
import { ImportError } from "./import-error.js";
import { type ImportedLayer, type ProjectedLayer, projectLayers, readLayer } from "./import-layer.js";
import { type ImportOptions, LAYER_FLAGS, MAX_TOLERANCE_M } from "./import-options.js";
import { dropUnmatchedAreas } from "./layer-coverage.js";
import { checkNoOverlaps } from "./overlapping-areas.js";
import { areaLabel } from "./repair/format.js";

/** The layers of an edition, ready to be compared. */
export interface LayersToImport {
  readonly layers: readonly ImportedLayer[];
  /** The same layers in one plane. */
  readonly projected: readonly ProjectedLayer[];
  readonly toleranceM: number;
  /** Notes for every reader of the edition, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads the layers of an import, leaves out areas that overlap no footprint, and checks that each layer covers its land
 * once.
 *
 * @throws {ImportError} with the problems of a layer, or of two of them together
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
    options.toleranceM === null
      ? `The tolerance of ${toleranceM} m is derived from the vertex spacing of the coarser layer.`
      : `The tolerance of ${toleranceM} m was set for the import.`,
    ...matched.notes,
    ...projected.flatMap(checkNoOverlaps),
    ...repairNotes(read),
    ...accuracyNotes(read),
  ];
  return { layers: matched.layers, projected, toleranceM, notes };
}

/** A layer and the prefix of its flags: `--lower`. */
export interface FlaggedLayer {
  readonly layer: ImportedLayer;
  readonly flag: string;
}

// The British Isles with their waters, where areas with ONS codes lie.
const BRITISH_ISLES: CoordinateBox = [-11, 49, 3, 61.5];

/**
 * Checks that layers overlap at all.
 *
 * @throws {ImportError} when the extents of two are disjoint, or when one would only fit with its axes swapped
 */
export function checkExtentsIntersect(layers: readonly FlaggedLayer[]): void {
  const boxed = layers.map(({ layer, flag }) => ({ layer, flag, box: layerBox(layer) }));
  for (const { layer, flag, box } of boxed) {
    const isOns = layer.areas.every(({ code }) => isOnsCode(code));
    if (isOns && !boxesIntersect(box, BRITISH_ISLES) && boxesIntersect(swapAxes(box), BRITISH_ISLES))
      throw axisOrderError(layer, flag, box);
  }
  for (const [i, one] of boxed.entries()) {
    for (const other of boxed.slice(i + 1)) {
      if (boxesIntersect(one.box, other.box)) continue;
      if (boxesIntersect(swapAxes(one.box), other.box)) {
        // Either may be swapped; a layer in Britain is taken as right.
        const swapped = boxesIntersect(one.box, BRITISH_ISLES) ? other : one;
        throw axisOrderError(swapped.layer, swapped.flag, swapped.box);
      }
      throw new ImportError({
        where: `${one.layer.file.file} and ${other.layer.file.file}`,
        what: `the layers are disjoint: one lies ${formatBox(one.box)}, the other ${formatBox(other.box)}`,
        remedy: `give layers of the same place, or name their coordinate systems with ${one.flag}-crs and ${other.flag}-crs`,
      });
    }
  }
}

function layerBox({ areas }: ImportedLayer): CoordinateBox {
  return coordinateBox(areas.map(({ boundary }) => boundary)) ?? EMPTY_BOX;
}

function swapAxes([west, south, east, north]: CoordinateBox): CoordinateBox {
  return [south, west, north, east];
}

function axisOrderError({ file }: ImportedLayer, flag: string, box: CoordinateBox): ImportError {
  return new ImportError({
    where: file.file,
    what: `latitude seems to come first: the layer lies ${formatBox(box)}, away from the others, and with axes swapped ${formatBox(swapAxes(box))}`,
    remedy: `pass ${flag}-axes yx, or save the file with longitude first`,
  });
}

function formatBox(box: CoordinateBox): string {
  const [west, south, east, north] = box.map((value) => Number(value.toFixed(2)));
  return `between [${west}, ${south}] and [${east}, ${north}]`;
}

/** The default tolerance of the footprints with the coarser tier, whole metres, from 1 to MAX_TOLERANCE_M. */
function deriveToleranceM(layers: readonly ProjectedLayer[]): number {
  const footprints = layers.find(({ layer }) => layer === "footprints");
  const tiers = layers.filter(({ layer }) => layer === "upper_tier" || layer === "lower_tier");
  if (footprints === undefined) return 1;
  const byTier = tiers.map(({ prepared }) => defaultSliverToleranceM(footprints.prepared, prepared));
  return Math.min(MAX_TOLERANCE_M, Math.max(1, Math.round(Math.max(...byTier))));
}

function repairNotes(layers: readonly ImportedLayer[]): string[] {
  return layers.flatMap(({ file, repairs }) => {
    const ringRepairs = repairs.filter(({ changesArea }) => !changesArea);
    const names = [...new Set(ringRepairs.map(areaLabel))];
    const ringNote = `${file.file}: invalid rings of ${names.length === 1 ? "1 area" : `${names.length} areas`} were repaired: ${names.join(", ")}.`;
    return [
      ...(names.length === 0 ? [] : [ringNote]),
      ...repairs
        .filter(({ changesArea }) => changesArea)
        .map((repair) => `${file.file}, ${areaLabel(repair)}: ${repair.what}; ${repair.done}.`),
    ];
  });
}

// A reader who compares borders to the metre needs the accuracy of their positions.
function accuracyNotes(layers: readonly ImportedLayer[]): string[] {
  return layers.flatMap(({ file, crs: { label, accuracyM } }) =>
    accuracyM === 0
      ? []
      : [`${file.file}: positions were transformed from ${label}, accurate to about ${accuracyM} m.`],
  );
}
