import { orientation } from "./orientation.js";

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
