import { orientation } from "../geometry/orientation.js";

/** Three corners, x and y in turn. */
export type Triangle = readonly [ax: number, ay: number, bx: number, by: number, cx: number, cy: number];

/** Whether a point lies in a triangle or on its border; the triangle may be wound either way, or be flat. Exact. */
export function isInTriangle(x: number, y: number, [ax, ay, bx, by, cx, cy]: Triangle): boolean {
  const c = orientation(ax, ay, bx, by, x, y);
  const a = orientation(bx, by, cx, cy, x, y);
  const b = orientation(cx, cy, ax, ay, x, y);
  if ((a > 0 || b > 0 || c > 0) && (a < 0 || b < 0 || c < 0)) return false;
  // On one line with all three corners, or inside: in either case within their box.
  return (
    x >= Math.min(ax, bx, cx) && x <= Math.max(ax, bx, cx) && y >= Math.min(ay, by, cy) && y <= Math.max(ay, by, cy)
  );
}
