import type { Arcs } from "../layer/arcs.js";
import { type PackedRtree, packedRtree, packedRtreeSize } from "./packed-rtree.js";

/** The most edges of a group. Tried 4 to 32: fewer make a larger tree, more make looser boxes. */
export const MAX_GROUP_EDGES = 8;

/** A layer's edges in small groups of neighbours, and a tree of the groups' boxes. */
export interface SegmentIndex {
  readonly count: number;
  /** The arc each group is part of. */
  readonly arc: Int32Array;
  /** First and last point of each group. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The tree of the groups' boxes, projected metres. */
  readonly tree: PackedRtree;
}

/** Groups the edges of arcs, which are taken in an order that keeps neighbours together. */
export function buildSegmentIndex(arcs: Arcs, order: Int32Array): SegmentIndex {
  let count = 0;
  for (let arc = 0; arc < arcs.count; arc++) {
    const edges = arcs.firstPoint[arc + 1] - arcs.firstPoint[arc] - 1;
    count += Math.ceil(edges / MAX_GROUP_EDGES);
  }
  const arcOf = new Int32Array(count);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const boxes = new Float64Array(4 * packedRtreeSize(count));
  let group = 0;
  for (let place = 0; place < order.length; place++) {
    const arc = order[place];
    const lastPoint = arcs.firstPoint[arc + 1] - 1;
    for (let point = arcs.firstPoint[arc]; point < lastPoint; point += MAX_GROUP_EDGES, group++) {
      const last = Math.min(point + MAX_GROUP_EDGES, lastPoint);
      arcOf[group] = arc;
      from[group] = point;
      to[group] = last;
      let west = arcs.xy[2 * point];
      let south = arcs.xy[2 * point + 1];
      let east = west;
      let north = south;
      for (let k = point + 1; k <= last; k++) {
        const x = arcs.xy[2 * k];
        const y = arcs.xy[2 * k + 1];
        if (x < west) west = x;
        else if (x > east) east = x;
        if (y < south) south = y;
        else if (y > north) north = y;
      }
      boxes[4 * group] = west;
      boxes[4 * group + 1] = south;
      boxes[4 * group + 2] = east;
      boxes[4 * group + 3] = north;
    }
  }
  return { count, arc: arcOf, from, to, tree: packedRtree(boxes, count) };
}
