import { floatAt, intAt } from "../geometry/element.js";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { pointPath } from "./areas-at-points.js";
import { type BoxTree, boxTree, boxTreeSize, itemsInBox } from "./box-tree.js";
import { CROSSED_IS_MOVED } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { type PointPath, walkPoints } from "./walk.js";

// Points that follow each other on the path share a box.
const MOST_POINTS = 8;

/** Points made ready to be asked which of them lie in a small layer, such as a polygon that somebody brings. */
export interface PointIndex {
  readonly path: PointPath;
  readonly tree: BoxTree;
}

/** Makes points ready, once. @param lonLats longitude and latitude of each point in turn, degrees, finite. */
export function pointIndex(plane: EqualAreaPlane, lonLats: Float64Array): PointIndex {
  const path = pointPath(plane, lonLats);
  const count = Math.ceil(path.order.length / MOST_POINTS);
  const boxes = new Float64Array(4 * boxTreeSize(count));
  for (let group = 0; group < count; group++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const point of path.order.subarray(group * MOST_POINTS, (group + 1) * MOST_POINTS)) {
      west = Math.min(west, floatAt(path.xy, 2 * point));
      south = Math.min(south, floatAt(path.xy, 2 * point + 1));
      east = Math.max(east, floatAt(path.xy, 2 * point));
      north = Math.max(north, floatAt(path.xy, 2 * point + 1));
    }
    boxes.set([west, south, east, north], 4 * group);
  }
  return { path, tree: boxTree(boxes, count) };
}

/** The points that lie in any area of a layer, by number, in no particular order; points on a border as areasAtPoints has it. */
export function pointsInLayer({ path, tree }: PointIndex, layer: MeasuredLayer): Int32Array {
  const { box } = layer;
  const groups: number[] = [];
  const count = itemsInBox(tree, floatAt(box, 0), floatAt(box, 1), floatAt(box, 2), floatAt(box, 3), groups);
  const near = new Int32Array(count * MOST_POINTS);
  let nearCount = 0;
  for (let i = 0; i < count; i++) {
    const first = (groups[i] as number) * MOST_POINTS;
    const end = Math.min(first + MOST_POINTS, path.order.length);
    for (let place = first; place < end; place++) near[nearCount++] = intAt(path.order, place);
  }
  const inside = new Int32Array(nearCount);
  let insideCount = 0;
  walkPoints(layer, { xy: path.xy, order: near.subarray(0, nearCount) }, CROSSED_IS_MOVED, (point, cell) => {
    if (cell.counts.some((times) => times > 0)) inside[insideCount++] = point;
  });
  return inside.subarray(0, insideCount);
}
