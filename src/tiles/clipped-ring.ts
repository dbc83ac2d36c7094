import { arcOfIndex } from "../formats/arc-rings.js";
import { boxesMeet, boxHolds, type GridBox } from "./tile-grid.js";
import type { GridRing, ZoomGrid } from "./zoom-grid.js";

/** A ring's positions, x and y in turn; the first is not repeated at the end. */
export type FlatRing = readonly number[];

/**
 * What a box holds of a ring, wound as the ring is; null when that has no inside.
 *
 * Where a border crosses the box it is cut at a position that depends on the crossing segment alone, never on who draws
 * it or which way: so what neighbours draw stays the same. Parts that hang together only outside the box come out as one
 * ring that runs along the box's edge.
 *
 * @see I. E. Sutherland, G. W. Hodgman, "Reentrant polygon clipping" (1974)
 */
export function clippedRing(ring: GridRing, grid: ZoomGrid, box: GridBox): FlatRing | null {
  if (!boxesMeet(ring.box, box)) return null;
  if (boxHolds(box, ring.box)) return tidied(positions(ring, grid, null));

  let clipped = positions(ring, grid, box);
  if (ring.box.minX < box.minX) clipped = clippedAt(clipped, { axis: 0, limit: box.minX, keep: 1 });
  if (ring.box.maxX > box.maxX) clipped = clippedAt(clipped, { axis: 0, limit: box.maxX, keep: -1 });
  if (ring.box.minY < box.minY) clipped = clippedAt(clipped, { axis: 1, limit: box.minY, keep: 1 });
  if (ring.box.maxY > box.maxY) clipped = clippedAt(clipped, { axis: 1, limit: box.maxY, keep: -1 });
  return tidied(clipped);
}

/** A ring's positions; an arc that lies wholly beyond one side of the box is as good as the line between its ends. */
function positions({ arcs: indices }: GridRing, { arcs, arcBoxes }: ZoomGrid, box: GridBox | null): FlatRing {
  const flat: number[] = [];
  for (const index of indices) {
    const i = arcOfIndex(index);
    const arc = arcs[i];
    const arcBox = arcBoxes[i];
    if (arc === undefined || arcBox === undefined) continue;
    const last = arc.length - 2;
    const step = box !== null && !boxesMeet(arcBox, box) ? Math.max(last, 2) : 2;
    // The last position of an arc is the first of the next.
    if (index >= 0) for (let k = 0; k < last; k += step) flat.push(arc[k] ?? 0, arc[k + 1] ?? 0);
    else for (let k = last; k > 0; k -= step) flat.push(arc[k] ?? 0, arc[k + 1] ?? 0);
  }
  return flat;
}

/** The half-plane to keep: `keep` 1 for what is at least the limit, -1 for what is at most. */
interface HalfPlane {
  readonly axis: 0 | 1;
  readonly limit: number;
  readonly keep: 1 | -1;
}

function clippedAt(ring: FlatRing, half: HalfPlane): FlatRing {
  const { axis, limit, keep } = half;
  const kept: number[] = [];
  let ax = ring.at(-2) ?? 0;
  let ay = ring.at(-1) ?? 0;
  let isAInside = keep * ((axis === 0 ? ax : ay) - limit) >= 0;
  for (let k = 0; k < ring.length; k += 2) {
    const bx = ring[k] ?? 0;
    const by = ring[k + 1] ?? 0;
    const isBInside = keep * ((axis === 0 ? bx : by) - limit) >= 0;
    if (isAInside !== isBInside) {
      if (axis === 0) kept.push(limit, crossing(limit, { ax, ay, bx, by }));
      else kept.push(crossing(limit, { ax: ay, ay: ax, bx: by, by: bx }), limit);
    }
    if (isBInside) kept.push(bx, by);
    [ax, ay, isAInside] = [bx, by, isBInside];
  }
  return kept;
}

/** Where the segment from a to b has this x: its y, on the grid; the same from either end. */
function crossing(
  x: number,
  { ax, ay, bx, by }: { readonly ax: number; readonly ay: number; readonly bx: number; readonly by: number },
): number {
  if (ax > bx) return crossing(x, { ax: bx, ay: by, bx: ax, by: ay });
  return Math.round(ay + ((by - ay) * (x - ax)) / (bx - ax));
}

/** The ring without positions that repeat the one before; null when it has no inside. */
function tidied(ring: FlatRing): FlatRing | null {
  const kept: number[] = [];
  let twiceArea = 0;
  let x = ring.at(-2) ?? 0;
  let y = ring.at(-1) ?? 0;
  const [originX, originY] = [x, y];
  for (let k = 0; k < ring.length; k += 2) {
    const nextX = ring[k] ?? 0;
    const nextY = ring[k + 1] ?? 0;
    if (nextX === x && nextY === y) continue;
    kept.push(nextX, nextY);
    twiceArea += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
    [x, y] = [nextX, nextY];
  }
  return twiceArea === 0 ? null : kept;
}
