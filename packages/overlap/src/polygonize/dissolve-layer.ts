import type { Boundary } from "../boundary.js";
import { lonLatOf } from "../layer/arcs.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { intAt } from "../typed-array.js";
import { buildPolygons } from "./build-polygons.js";
import { polygonize } from "./polygonize.js";

/**
 * The outline of everything in a layer, with rings that neither touch nor cross themselves where the layer's did not
 * cross; null when nothing is left but rounding. Borders between its areas are gone, its corners are as they were read.
 */
export function dissolveLayer({ arcs, projection }: PreparedLayer): Boundary | null {
  const edges: number[] = [];
  for (let arc = 0; arc < arcs.count; arc++) {
    if (intAt(arcs.right, arc) >= 0) continue;
    const last = intAt(arcs.firstPoint, arc + 1) - 1;
    for (let k = intAt(arcs.firstPoint, arc); k < last; k++) edges.push(...lonLatOf(arcs, k), ...lonLatOf(arcs, k + 1));
  }
  return buildPolygons(polygonize(edges), projection);
}
