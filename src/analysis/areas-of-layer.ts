import type { IndexedFacts } from "../model/facts.js";
import { LAYER_NAMES, type LayerName } from "../model/layer.js";
import { UnknownLayerError } from "./errors.js";
import type { Weighted } from "./weight.js";

/** An area of any layer. */
export interface AreaRef extends Weighted {
  readonly code: string;
  readonly name: string;
}

/** The areas of a layer, by code. */
export function areasOfLayer({ footprints, authorities, members }: IndexedFacts, layer: LayerName): readonly AreaRef[] {
  switch (layer) {
    case "footprints":
      return footprints;
    case "upper_tier":
      return authorities.filter(({ tiers }) => tiers.includes("UPPER"));
    case "lower_tier":
      return authorities.filter(({ tiers }) => tiers.includes("LOWER"));
    case "members":
      return members;
  }
}

/**
 * The areas of a layer that the edition has, by code.
 *
 * @throws {UnknownLayerError} for any other layer
 */
export function areasOfExistingLayer(facts: IndexedFacts, layer: LayerName): readonly AreaRef[] {
  const areas = areasOfLayer(facts, layer);
  if (areas.length > 0) return areas;
  const known = LAYER_NAMES.filter((name) => areasOfLayer(facts, name).length > 0);
  throw new UnknownLayerError(facts.edition.id, layer, known);
}
