import type { Weight } from "../../../analysis/weight.js";
import type { Tier } from "../../../model/area.js";
import type { IndexedFacts } from "../../../model/facts.js";
import type { LayerName } from "../../../model/layer.js";
import type { LayerTopology } from "../../../model/topology.js";

/** The data and the options that a map layer is drawn from. */
export interface LayerContext {
  readonly facts: IndexedFacts;
  /** At the requested level of detail. */
  readonly topology: LayerTopology;
  /** The tier of councils to compare footprints with; null for both, in layers that can show both. */
  readonly tier: Tier | null;
  /** The weight that decides the main footprint in the scenario layer. */
  readonly weight: Weight;
}

/** The tier of a layer that shows one: the requested one, else the upper, or the lower where there is no upper. */
export function tierOf({ tier, facts }: LayerContext): Tier {
  return tier ?? facts.tiers[0] ?? "UPPER";
}

/** The topology layer of a tier. */
export function layerOfTier(tier: Tier): LayerName {
  return tier === "UPPER" ? "upper_tier" : "lower_tier";
}

/** Returns a function that finds an area's geometry in a layer; null when it has none. */
export function geometryLookup({ topology }: LayerContext, layer: keyof LayerTopology["objects"]) {
  const byId = new Map((topology.objects[layer]?.geometries ?? []).map((geometry) => [String(geometry.id), geometry]));
  return (id: string) => byId.get(id) ?? null;
}
