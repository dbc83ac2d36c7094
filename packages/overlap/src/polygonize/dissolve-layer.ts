import type { Boundary } from "../boundary.js";
import { forEachOuterEdge, lonLatOf } from "../layer/arcs.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { buildPolygons } from "./build-polygons.js";
import { polygonize } from "./polygonize.js";

/**
 * The outline of everything in a layer, with rings that neither touch nor cross themselves where the layer's did not
 * cross; null when nothing is left but rounding. Borders between its areas are gone, its corners are as they were read.
 */
export function dissolveLayer({ arcs, projection }: PreparedLayer): Boundary | null {
  const edges: number[] = [];
  forEachOuterEdge(arcs, (_, point) => edges.push(...lonLatOf(arcs, point), ...lonLatOf(arcs, point + 1)));
  return buildPolygons(polygonize(edges), projection);
}
