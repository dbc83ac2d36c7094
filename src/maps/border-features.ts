import type { MapFeature } from "../formats/map-document.js";
import { borderLines } from "../topology/border-lines.js";
import { type LayerScope, layerOfTier, tierOf } from "./layer-scope.js";

/** Borders between councils of a tier, between footprints, and those that are both: one feature a kind. */
export function borderFeatures(scope: LayerScope): MapFeature[] {
  const tier = tierOf(scope);
  return [...borderLines(scope.topology, layerOfTier(tier))].map(([kind, geometry]) => ({
    id: kind,
    geometry,
    properties: { kind, tier },
  }));
}
