import { orientation, perturbedSide } from "./orientation.js";

/**
 * Whether the first of two layers or the second is the one that is moved by the infinitesimal vector (ε², ε).
 *
 * Moving one layer as a whole leaves every shared area as it is and leaves nothing touching: no vertex of one layer lies
 * on an edge of the other, no two edges run along each other. So each two edges cross or do not, nothing in between.
 *
 * @see H. Edelsbrunner, E. P. Mücke, "Simulation of Simplicity" (1990)
 */
export type Perturbation = 1 | -1;

/** The moved one is the layer of the edge that is crossed. */
export const PERTURB_TARGET: Perturbation = 1;

/** The moved one is the layer of the crossing segment, or its points. */
export const PERTURB_QUERY: Perturbation = -1;

/**
 * How edge p → q crosses edge e → f: 1 from the other's right to its left, -1 from its left to its right, 0 not at all.
 * Neither may have length 0.
 *
 * Edges are given by the array they lie in, x and y of each point in turn, and the number of their first point: numbers
 * with fractions would be put into boxes for each call.
 */
export function segmentCrossing(
  pq: Float64Array,
  pIndex: number,
  ef: Float64Array,
  eIndex: number,
  perturbation: Perturbation,
): -1 | 0 | 1 {
  const px = pq[2 * pIndex];
  const py = pq[2 * pIndex + 1];
  const qx = pq[2 * pIndex + 2];
  const qy = pq[2 * pIndex + 3];
  const ex = ef[2 * eIndex];
  const ey = ef[2 * eIndex + 1];
  const fx = ef[2 * eIndex + 2];
  const fy = ef[2 * eIndex + 3];
  // An edge moved one way sees the points moved the other way.
  const p = orientation(ex, ey, fx, fy, px, py) || -perturbation * perturbedSide(ex, ey, fx, fy);
  const q = orientation(ex, ey, fx, fy, qx, qy) || -perturbation * perturbedSide(ex, ey, fx, fy);
  if (p > 0 === q > 0) return 0;
  const e = orientation(px, py, qx, qy, ex, ey) || perturbation * perturbedSide(px, py, qx, qy);
  const f = orientation(px, py, qx, qy, fx, fy) || perturbation * perturbedSide(px, py, qx, qy);
  if (e > 0 === f > 0) return 0;
  return q > 0 ? 1 : -1;
}

/**
 * How far along p → q it meets e → f, 0 to 1, the two being known to cross. Exactly 0 or 1 where p or q lies on the edge.
 */
export function crossingParameter(pq: Float64Array, pIndex: number, ef: Float64Array, eIndex: number): number {
  const ex = ef[2 * eIndex];
  const ey = ef[2 * eIndex + 1];
  const fx = ef[2 * eIndex + 2];
  const fy = ef[2 * eIndex + 3];
  const p = orientation(ex, ey, fx, fy, pq[2 * pIndex], pq[2 * pIndex + 1]);
  if (p === 0) return 0;
  const q = orientation(ex, ey, fx, fy, pq[2 * pIndex + 2], pq[2 * pIndex + 3]);
  return q === 0 ? 1 : p / (p - q);
}
