import { orient2d } from "robust-predicates";

// Largest relative rounding error of the plain determinant; Shewchuk's ccwerrboundA, (3 + 16ε)ε.
const ROUNDING_BOUND = 3.330_669_073_875_472e-16;

/**
 * Twice the signed area of the triangle a, b, c: positive when c lies to the left of a → b, exactly 0 when they lie on
 * one line. The sign is always right; the size is a rounded one.
 *
 * @see J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates" (1997)
 */
export function orientation(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const determinant = left - right;
  if (Math.abs(determinant) >= ROUNDING_BOUND * Math.abs(left + right)) return determinant;
  // robust-predicates counts y downwards, as on a screen.
  return -orient2d(ax, ay, bx, by, cx, cy);
}

/**
 * On which side of a → b the vector (ε², ε) points, ε being as small as one likes: 1 to the left, -1 to the right.
 * Never 0 for two different positions: no edge of finite length lies along it.
 */
export function sideOfShift(ax: number, ay: number, bx: number, by: number): number {
  if (bx !== ax) return bx > ax ? 1 : -1;
  return by > ay ? -1 : 1;
}
