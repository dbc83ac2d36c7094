import { floatAt, intAt } from "../geometry/element.js";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { areasOnPath, IN_NONE, pointPath } from "./areas-at-points.js";
import { type BoxTree, boxTree, boxTreeSize, itemsInBox } from "./box-tree.js";
import type { MeasuredLayer } from "./measured-layer.js";
import type { PointPath } from "./walk.js";

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
    for (const point of path.order.subarray(first, first + MOST_POINTS)) near[nearCount++] = point;
  }
  const xy = new Float64Array(2 * nearCount);
  for (let i = 0; i < nearCount; i++) {
    const point = intAt(near, i);
    xy[2 * i] = floatAt(path.xy, 2 * point);
    xy[2 * i + 1] = floatAt(path.xy, 2 * point + 1);
  }
  const areas = areasOnPath(layer, { xy, order: Int32Array.from(near.subarray(0, nearCount), (_, i) => i) });
  return near.subarray(0, nearCount).filter((_, i) => intAt(areas, i) !== IN_NONE);
}
