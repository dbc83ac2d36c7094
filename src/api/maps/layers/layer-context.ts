import type { Weight } from "../../../analysis/weight.js";
import type { Tier } from "../../../model/area.js";
import type { IndexedFacts } from "../../../model/facts.js";
import type { LayerName } from "../../../model/layer.js";
import type { LayerTopology } from "../../../model/topology.js";

/** What a layer of a map is made of, and seen from where. */
export interface LayerContext {
  readonly facts: IndexedFacts;
  /** At the detail wanted. */
  readonly topology: LayerTopology;
  /** The councils that footprints are compared with; null for those of both tiers, where a layer can show them. */
  readonly tier: Tier | null;
  /** What decides which footprint a council goes to in the scenario. */
  readonly weight: Weight;
}

/** The tier of a layer that shows one: the one asked for, else the upper, or the lower where there is no upper. */
export function tierOf({ tier, facts }: LayerContext): Tier {
  return tier ?? facts.tiers[0] ?? "UPPER";
}

/** The layer of a topology that draws a tier's councils. */
export function layerOfTier(tier: Tier): LayerName {
  return tier === "UPPER" ? "upper_tier" : "lower_tier";
}

/** Finds the geometry of an area in a layer; null when there is none. */
export function geometryLookup({ topology }: LayerContext, layer: keyof LayerTopology["objects"]) {
  const byId = new Map((topology.objects[layer]?.geometries ?? []).map((geometry) => [String(geometry.id), geometry]));
  return (id: string) => byId.get(id) ?? null;
}
