import type { MapFeature } from "../formats/map-document.js";
import type { IndexedFacts } from "../model/facts.js";
import { authorityFeatures } from "./authority-features.js";
import { borderFeatures } from "./border-features.js";
import { footprintFeatures } from "./footprint-features.js";
import type { LayerScope } from "./layer-scope.js";
import { memberFeatures } from "./member-features.js";
import { overlapFeatures } from "./overlap-features.js";
import { scenarioFeatures } from "./scenario-features.js";

/** The layers of an edition's maps, as addresses name them. */
export type MapLayerName = "footprints" | "upper-tier" | "lower-tier" | "members" | "overlaps" | "borders" | "scenario";

/** How each layer is made. */
export const MAP_LAYERS: Readonly<Record<MapLayerName, (scope: LayerScope) => MapFeature[]>> = {
  footprints: footprintFeatures,
  "upper-tier": (scope) => authorityFeatures(scope, "UPPER"),
  "lower-tier": (scope) => authorityFeatures(scope, "LOWER"),
  members: memberFeatures,
  overlaps: overlapFeatures,
  borders: borderFeatures,
  scenario: scenarioFeatures,
};

export const MAP_LAYER_NAMES = Object.keys(MAP_LAYERS) as readonly MapLayerName[];

/** The layers that an edition has: it may lack a tier or members. */
export function mapLayersOf({ tiers, members }: IndexedFacts): readonly MapLayerName[] {
  return MAP_LAYER_NAMES.filter((name) => {
    if (name === "upper-tier") return tiers.includes("UPPER");
    if (name === "lower-tier") return tiers.includes("LOWER");
    return name !== "members" || members.length > 0;
  });
}
