import { type EqualAreaPlane, planeFor } from "../geometry/equal-area-plane.js";
import { defaultToleranceM } from "../overlap/default-tolerance.js";
import { type MeasuredLayer, measuredLayer } from "../overlap/measured-layer.js";
import { coordinateBox } from "./coordinates.js";
import type { ImportedLayer } from "./imported-layer.js";

/** A layer with its areas laid into the plane that all layers of the import share. */
export interface LayerToMeasure extends ImportedLayer {
  readonly measured: MeasuredLayer;
}

/** Lays layers into one equal-area plane through the middle of them all. */
export function layersToMeasure(layers: readonly ImportedLayer[]): LayerToMeasure[] {
  const boundaries = layers.flatMap(({ areas }) => areas.map(({ boundary }) => boundary));
  const plane: EqualAreaPlane = planeFor(coordinateBox(boundaries) ?? [0, 0, 0, 0]);
  return layers.map((layer) => ({ ...layer, measured: measuredLayer(layer.areas, plane) }));
}

const MOST_TOLERANCE_M = 100_000; // that an edition may have

/** The default tolerance of the footprints with the coarser tier, whole metres, at least 1. */
export function derivedToleranceM(layers: readonly LayerToMeasure[]): number {
  const footprints = layers.find(({ layer }) => layer === "footprints");
  const tiers = layers.filter(({ layer }) => layer === "upper_tier" || layer === "lower_tier");
  if (footprints === undefined) return 1;
  const byTier = tiers.map(({ measured }) => defaultToleranceM(footprints.measured, measured));
  return Math.min(MOST_TOLERANCE_M, Math.max(1, Math.round(Math.max(...byTier))));
}
