import type { LayerName } from "../model/boundary.js";
import type { IndexedFacts } from "../model/facts.js";
import type { Weighable } from "./weight.js";

/** An area of any layer. */
export interface NamedArea extends Weighable {
  readonly code: string;
  readonly name: string;
}

/** The areas of a layer, by code. */
export function areasOfLayer(
  { footprints, authorities, members }: IndexedFacts,
  layer: LayerName,
): readonly NamedArea[] {
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
