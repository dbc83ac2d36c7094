import { floatAt, intAt } from "../geometry/element.js";
import { forEachMeeting } from "./box-tree.js";
import { CROSSED_IS_MOVED, crossing } from "./crossing.js";
import { type Links, MOST_EDGES } from "./links.js";
import type { MeasuredLayer } from "./measured-layer.js";

/** Edges of two layers that cross, five whole numbers each: numbers in one array cost nothing to hand over. */
export interface Crossings {
  readonly count: number;
  /** Of each crossing in turn: first layer's chain and edge (its first point), second layer's, and the turn. */
  readonly numbers: Int32Array;
}

/** How many numbers a crossing takes. */
export const CROSSING_SIZE = 5;

/**
 * Every two edges, one of each layer, that cross, the second layer being the one that is moved. The turn is 1 where the
 * first layer's edge goes from the right of the second's to its left, -1 the other way.
 */
export function crossedEdges(a: MeasuredLayer, b: MeasuredLayer, { from = 0, to = a.links.count } = {}): Crossings {
  let numbers = new Int32Array(CROSSING_SIZE * 1024);
  let count = 0;
  const boxesA = a.links.tree.boxes;
  const boxesB = b.links.tree.boxes;
  const xyA = a.chains.xy;
  const xyB = b.chains.xy;
  const nearA = new Int32Array(MOST_EDGES);
  const nearB = new Int32Array(MOST_EDGES);
  forEachMeeting(a.links.tree, b.links.tree, { from, to }, (linkA, linkB) => {
    // Only edges that reach into the box common to both groups can meet.
    const west = Math.max(floatAt(boxesA, 4 * linkA), floatAt(boxesB, 4 * linkB));
    const south = Math.max(floatAt(boxesA, 4 * linkA + 1), floatAt(boxesB, 4 * linkB + 1));
    const east = Math.min(floatAt(boxesA, 4 * linkA + 2), floatAt(boxesB, 4 * linkB + 2));
    const north = Math.min(floatAt(boxesA, 4 * linkA + 3), floatAt(boxesB, 4 * linkB + 3));
    const countA = edgesIn(xyA, a.links, linkA, west, south, east, north, nearA);
    if (countA === 0) return;
    const countB = edgesIn(xyB, b.links, linkB, west, south, east, north, nearB);
    for (let m = 0; m < countA; m++) {
      const k = intAt(nearA, m);
      const px = floatAt(xyA, 2 * k);
      const py = floatAt(xyA, 2 * k + 1);
      const qx = floatAt(xyA, 2 * k + 2);
      const qy = floatAt(xyA, 2 * k + 3);
      for (let n = 0; n < countB; n++) {
        const j = intAt(nearB, n);
        const ex = floatAt(xyB, 2 * j);
        const ey = floatAt(xyB, 2 * j + 1);
        const fx = floatAt(xyB, 2 * j + 2);
        const fy = floatAt(xyB, 2 * j + 3);
        if (isApart(px, qx, ex, fx) || isApart(py, qy, ey, fy)) continue;
        // One edge drawn in both layers: moved, it runs beside itself.
        if ((px === ex && py === ey && qx === fx && qy === fy) || (px === fx && py === fy && qx === ex && qy === ey)) {
          continue;
        }
        const turn = crossing(xyA, k, xyB, j, CROSSED_IS_MOVED);
        if (turn === 0) continue;
        const place = CROSSING_SIZE * count++;
        if (place === numbers.length) {
          const larger = new Int32Array(2 * numbers.length);
          larger.set(numbers);
          numbers = larger;
        }
        numbers[place] = intAt(a.links.chain, linkA);
        numbers[place + 1] = k;
        numbers[place + 2] = intAt(b.links.chain, linkB);
        numbers[place + 3] = j;
        numbers[place + 4] = turn;
      }
    }
  });
  return { count, numbers };
}

function isApart(p: number, q: number, e: number, f: number): boolean {
  return p < q ? (e < p && f < p) || (e > q && f > q) : (e < q && f < q) || (e > p && f > p);
}

// Writes down the edges of a link that reach into a box and says how many they are.
function edgesIn(
  xy: Float64Array,
  links: Links,
  link: number,
  west: number,
  south: number,
  east: number,
  north: number,
  into: Int32Array,
): number {
  const to = intAt(links.to, link);
  let k = intAt(links.from, link);
  let px = floatAt(xy, 2 * k);
  let py = floatAt(xy, 2 * k + 1);
  let count = 0;
  for (; k < to; k++) {
    const qx = floatAt(xy, 2 * k + 2);
    const qy = floatAt(xy, 2 * k + 3);
    const isOutside =
      (px < west && qx < west) || (px > east && qx > east) || (py < south && qy < south) || (py > north && qy > north);
    if (!isOutside) into[count++] = k;
    px = qx;
    py = qy;
  }
  return count;
}
