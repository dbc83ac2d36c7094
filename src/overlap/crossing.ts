import { floatAt } from "../geometry/element.js";
import { orientation, sideOfShift } from "../geometry/orientation.js";

/**
 * Whether the first of two layers or the second is the one that is moved by the infinitesimal vector (ε², ε).
 *
 * Moving one layer as a whole leaves every shared area as it is and leaves nothing touching: no vertex of one layer lies
 * on an edge of the other, no two edges run along each other. So each two edges cross or do not, nothing in between.
 *
 * @see H. Edelsbrunner, E. P. Mücke, "Simulation of Simplicity" (1990)
 */
export type Shift = 1 | -1;

/** The moved one is the layer of the edge that is crossed. */
export const CROSSED_IS_MOVED: Shift = 1;

/** The moved one is the layer of the crossing segment, or its points. */
export const CROSSING_IS_MOVED: Shift = -1;

/**
 * How edge p → q crosses edge e → f: 1 from the other's right to its left, -1 from its left to its right, 0 not at all.
 * Neither may have length 0.
 *
 * Edges are given by the array they lie in, x and y of each point in turn, and the number of their first point: numbers
 * with fractions would be put into boxes for each call.
 */
export function crossing(
  pq: Float64Array,
  pNumber: number,
  ef: Float64Array,
  eNumber: number,
  shift: Shift,
): -1 | 0 | 1 {
  const px = floatAt(pq, 2 * pNumber);
  const py = floatAt(pq, 2 * pNumber + 1);
  const qx = floatAt(pq, 2 * pNumber + 2);
  const qy = floatAt(pq, 2 * pNumber + 3);
  const ex = floatAt(ef, 2 * eNumber);
  const ey = floatAt(ef, 2 * eNumber + 1);
  const fx = floatAt(ef, 2 * eNumber + 2);
  const fy = floatAt(ef, 2 * eNumber + 3);
  // An edge moved one way sees the points moved the other way.
  const p = orientation(ex, ey, fx, fy, px, py) || -shift * sideOfShift(ex, ey, fx, fy);
  const q = orientation(ex, ey, fx, fy, qx, qy) || -shift * sideOfShift(ex, ey, fx, fy);
  if (p > 0 === q > 0) return 0;
  const e = orientation(px, py, qx, qy, ex, ey) || shift * sideOfShift(px, py, qx, qy);
  const f = orientation(px, py, qx, qy, fx, fy) || shift * sideOfShift(px, py, qx, qy);
  if (e > 0 === f > 0) return 0;
  return q > 0 ? 1 : -1;
}

/**
 * How far along p → q it meets e → f, 0 to 1, the two being known to cross. Exactly 0 or 1 where p or q lies on the edge.
 */
export function crossingPlace(pq: Float64Array, pNumber: number, ef: Float64Array, eNumber: number): number {
  const ex = floatAt(ef, 2 * eNumber);
  const ey = floatAt(ef, 2 * eNumber + 1);
  const fx = floatAt(ef, 2 * eNumber + 2);
  const fy = floatAt(ef, 2 * eNumber + 3);
  const p = orientation(ex, ey, fx, fy, floatAt(pq, 2 * pNumber), floatAt(pq, 2 * pNumber + 1));
  if (p === 0) return 0;
  const q = orientation(ex, ey, fx, fy, floatAt(pq, 2 * pNumber + 2), floatAt(pq, 2 * pNumber + 3));
  return q === 0 ? 1 : p / (p - q);
}
