import { forEachIntersectingPair } from "../index/packed-rtree.js";
import { MAX_GROUP_EDGES, type SegmentIndex } from "../index/segment-index.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { PERTURB_TARGET, segmentCrossing } from "../predicates/segment-crossing.js";

/** Edges of two layers that cross, five whole numbers each: numbers in one array cost nothing to hand over. */
export interface EdgeCrossings {
  readonly count: number;
  /** Of each crossing in turn: first layer's arc and edge (its first point), second layer's, and the turn. */
  readonly numbers: Int32Array;
}

/** How many numbers a crossing takes. */
export const CROSSING_SIZE = 5;

/**
 * Every two edges, one of each layer, that cross, the second layer being the one that is moved. The turn is 1 where the
 * first layer's edge goes from the right of the second's to its left, -1 the other way.
 */
export function edgeCrossings(
  a: PreparedLayer,
  b: PreparedLayer,
  { from = 0, to = a.segmentIndex.count } = {},
): EdgeCrossings {
  let numbers = new Int32Array(CROSSING_SIZE * 1024);
  let count = 0;
  const boxesA = a.segmentIndex.tree.boxes;
  const boxesB = b.segmentIndex.tree.boxes;
  const xyA = a.arcs.xy;
  const xyB = b.arcs.xy;
  const nearA = new Int32Array(MAX_GROUP_EDGES);
  const nearB = new Int32Array(MAX_GROUP_EDGES);
  forEachIntersectingPair(a.segmentIndex.tree, b.segmentIndex.tree, { from, to }, (groupA, groupB) => {
    // Only edges that reach into the box common to both groups can meet.
    const west = Math.max(boxesA[4 * groupA], boxesB[4 * groupB]);
    const south = Math.max(boxesA[4 * groupA + 1], boxesB[4 * groupB + 1]);
    const east = Math.min(boxesA[4 * groupA + 2], boxesB[4 * groupB + 2]);
    const north = Math.min(boxesA[4 * groupA + 3], boxesB[4 * groupB + 3]);
    const countA = edgesInBox(xyA, a.segmentIndex, groupA, west, south, east, north, nearA);
    if (countA === 0) return;
    const countB = edgesInBox(xyB, b.segmentIndex, groupB, west, south, east, north, nearB);
    for (let m = 0; m < countA; m++) {
      const k = nearA[m];
      const px = xyA[2 * k];
      const py = xyA[2 * k + 1];
      const qx = xyA[2 * k + 2];
      const qy = xyA[2 * k + 3];
      for (let n = 0; n < countB; n++) {
        const j = nearB[n];
        const ex = xyB[2 * j];
        const ey = xyB[2 * j + 1];
        const fx = xyB[2 * j + 2];
        const fy = xyB[2 * j + 3];
        if (isDisjoint(px, qx, ex, fx) || isDisjoint(py, qy, ey, fy)) continue;
        // One edge drawn in both layers: moved, it runs beside itself.
        if ((px === ex && py === ey && qx === fx && qy === fy) || (px === fx && py === fy && qx === ex && qy === ey)) {
          continue;
        }
        const direction = segmentCrossing(xyA, k, xyB, j, PERTURB_TARGET);
        if (direction === 0) continue;
        const at = CROSSING_SIZE * count++;
        if (at === numbers.length) {
          const larger = new Int32Array(2 * numbers.length);
          larger.set(numbers);
          numbers = larger;
        }
        numbers[at] = a.segmentIndex.arc[groupA];
        numbers[at + 1] = k;
        numbers[at + 2] = b.segmentIndex.arc[groupB];
        numbers[at + 3] = j;
        numbers[at + 4] = direction;
      }
    }
  });
  return { count, numbers };
}

function isDisjoint(p: number, q: number, e: number, f: number): boolean {
  return p < q ? (e < p && f < p) || (e > q && f > q) : (e < q && f < q) || (e > p && f > p);
}

// Writes down the edges of a group that reach into a box and says how many they are.
function edgesInBox(
  xy: Float64Array,
  segmentIndex: SegmentIndex,
  group: number,
  west: number,
  south: number,
  east: number,
  north: number,
  into: Int32Array,
): number {
  const to = segmentIndex.to[group];
  let k = segmentIndex.from[group];
  let px = xy[2 * k];
  let py = xy[2 * k + 1];
  let count = 0;
  for (; k < to; k++) {
    const qx = xy[2 * k + 2];
    const qy = xy[2 * k + 3];
    const isOutside =
      (px < west && qx < west) || (px > east && qx > east) || (py < south && qy < south) || (py > north && qy > north);
    if (!isOutside) into[count++] = k;
    px = qx;
    py = qy;
  }
  return count;
}
