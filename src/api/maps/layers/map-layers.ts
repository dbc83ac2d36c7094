import { borderMesh } from "../../../cartography/borders.js";
import type { IndexedFacts } from "../../../model/facts.js";
import type { MapFeature } from "../map-document.js";
import { authorityFeatures } from "./authority-features.js";
import { footprintFeatures, memberFeatures } from "./footprint-features.js";
import { type LayerContext, layerOfTier, tierOf } from "./layer-context.js";
import { overlapFeatures } from "./overlap-features.js";
import { scenarioFeatures } from "./scenario-features.js";

/** The layers of an edition's maps, with their names in URLs. */
export type MapLayerName = "footprints" | "upper-tier" | "lower-tier" | "members" | "overlaps" | "borders" | "scenario";

/** The features of each layer. */
export const MAP_LAYERS: Readonly<Record<MapLayerName, (context: LayerContext) => MapFeature[]>> = {
  footprints: footprintFeatures,
  "upper-tier": (context) => authorityFeatures(context, "UPPER"),
  "lower-tier": (context) => authorityFeatures(context, "LOWER"),
  members: memberFeatures,
  overlaps: overlapFeatures,
  borders: borderFeatures,
  scenario: scenarioFeatures,
};

export const MAP_LAYER_NAMES = Object.keys(MAP_LAYERS) as readonly MapLayerName[];

/** The layers of an edition, which may lack a tier or members. */
export function mapLayersOf({ tiers, members }: IndexedFacts): readonly MapLayerName[] {
  return MAP_LAYER_NAMES.filter((name) => {
    if (name === "upper-tier") return tiers.includes("UPPER");
    if (name === "lower-tier") return tiers.includes("LOWER");
    return name !== "members" || members.length > 0;
  });
}

/** Borders of the councils of a tier, of footprints, and of both: one feature per kind. */
export function borderFeatures(context: LayerContext): MapFeature[] {
  const tier = tierOf(context);
  return [...borderMesh(context.topology, layerOfTier(tier))].map(([kind, geometry]) => ({
    id: kind,
    geometry,
    properties: { kind, tier },
  }));
}
