import { intAt } from "../geometry/element.js";
import type { Boundary } from "../model/boundary.js";
import { assembledBoundary } from "./assembled-boundary.js";
import { lonLatOf } from "./chains.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { stitchedRings } from "./stitched-rings.js";

/**
 * The outline of everything in a layer, with rings that neither touch nor cross themselves where the layer's did not
 * cross; null when nothing is left but rounding. Borders between its areas are gone, its corners are as they were read.
 */
export function stitchedBoundary({ chains, plane }: MeasuredLayer): Boundary | null {
  const edges: number[] = [];
  for (let chain = 0; chain < chains.count; chain++) {
    if (intAt(chains.right, chain) >= 0) continue;
    const last = intAt(chains.firstPoint, chain + 1) - 1;
    for (let k = intAt(chains.firstPoint, chain); k < last; k++)
      edges.push(...lonLatOf(chains, k), ...lonLatOf(chains, k + 1));
  }
  return assembledBoundary(stitchedRings(edges), plane);
}
