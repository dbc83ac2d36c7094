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
export function perturbedSide(ax: number, ay: number, bx: number, by: number): number {
  if (bx !== ax) return bx > ax ? 1 : -1;
  return by > ay ? -1 : 1;
}

/** A straight line between two points. */
export type Segment = readonly [ax: number, ay: number, bx: number, by: number];

/** Whether two segments share a point, ends and all; a segment may be a point. Exact. */
export function segmentsIntersect([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): boolean {
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  const c = orientation(ax, ay, bx, by, cx, cy);
  const d = orientation(ax, ay, bx, by, dx, dy);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return false;
  const a = orientation(cx, cy, dx, dy, ax, ay);
  const b = orientation(cx, cy, dx, dy, bx, by);
  return !((a > 0 && b > 0) || (a < 0 && b < 0));
}

/** Three corners, x and y in turn. */
export type Triangle = readonly [ax: number, ay: number, bx: number, by: number, cx: number, cy: number];

/**
 * Whether a point lies in a triangle or on its border; the triangle may be wound either way, or be flat.
 *
 * Exact without slack. With it, three points that span no more than so much of twice an area count as being on one line.
 */
export function isInTriangle(x: number, y: number, [ax, ay, bx, by, cx, cy]: Triangle, slack: number = 0): boolean {
  const c = orientation(ax, ay, bx, by, x, y);
  const a = orientation(bx, by, cx, cy, x, y);
  const b = orientation(cx, cy, ax, ay, x, y);
  const isLeft = a > slack || b > slack || c > slack;
  const isRight = a < -slack || b < -slack || c < -slack;
  if (isLeft && isRight) return false;
  if (isLeft || isRight) return true;
  // On one line with all three corners: between them, or not.
  return (
    x >= Math.min(ax, bx, cx) && x <= Math.max(ax, bx, cx) && y >= Math.min(ay, by, cy) && y <= Math.max(ay, by, cy)
  );
}
