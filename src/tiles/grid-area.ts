import { type ArcRing, arcOfIndex } from "../topology/arc-rings.js";

/** Twice the signed area of a ring on the grid, exact; positive when clockwise on the screen, as y runs south. */
export function twiceGridArea(ring: ArcRing, arcs: readonly Int32Array[]): number {
  // Counted from the ring's first position: small numbers, whose sums stay exact.
  const [originX = 0, originY = 0] = arcs[arcOfIndex(ring[0] ?? 0)] ?? [];
  let sum = 0;
  for (const index of ring) {
    const arc = arcs[arcOfIndex(index)] ?? [];
    let arcSum = 0;
    for (let k = 2; k < arc.length; k += 2) {
      const [ax, ay] = [(arc[k - 2] ?? 0) - originX, (arc[k - 1] ?? 0) - originY];
      const [bx, by] = [(arc[k] ?? 0) - originX, (arc[k + 1] ?? 0) - originY];
      arcSum += ax * by - bx * ay;
    }
    sum += index < 0 ? -arcSum : arcSum;
  }
  return sum;
}
