import type { Position } from "geojson";
import { floatAt } from "../geometry/element.js";
import { orientation } from "../geometry/orientation.js";
import { vertexIds } from "../geometry/vertex-ids.js";

/**
 * Stitches edges end to end to closed rings that neither cross nor touch themselves; what lay left of the edges lies left
 * of the rings. An edge that runs back along another cancels it.
 *
 *      \   /      where several edges leave a corner, the one that keeps nothing between
 *       \ /       itself and the way back is taken, so that parts which meet
 *       / \       in the corner stay apart; a ring that comes back to a corner is
 *      /   \      cut off there
 *
 * @param edges longitude and latitude of the start and of the end of each edge in turn.
 */
export function stitchedRings(edges: readonly number[]): Position[][] {
  const positions = Float64Array.from(edges);
  const ids = vertexIds(positions);
  const idCount = edges.length / 2;
  const standing = new Set<number>();
  for (let i = 0; i < edges.length; i += 4) {
    const u = ids.idOf(i / 2);
    const v = ids.idOf(i / 2 + 1);
    if (u !== v && !standing.delete(v * idCount + u)) standing.add(u * idCount + v);
  }

  const leaving = new Map<number, number[]>();
  for (const edge of standing) {
    const from = Math.floor(edge / idCount);
    const targets = leaving.get(from);
    if (targets === undefined) leaving.set(from, [edge % idCount]);
    else targets.push(edge % idCount);
  }
  const rings: Position[][] = [];
  for (const [start, targets] of leaving) {
    while (targets.length > 0) walkRing(start, leaving, positions, rings);
  }
  return rings;
}

// Walks from a corner until no edge is left to go on, cutting a ring off whenever it comes back to where it was.
function walkRing(
  start: number,
  leaving: ReadonlyMap<number, number[]>,
  positions: Float64Array,
  rings: Position[][],
): void {
  const path: number[] = [start];
  const placeInPath = new Map<number, number>([[start, 0]]);
  for (;;) {
    const here = path[path.length - 1] as number;
    const targets = leaving.get(here);
    if (targets === undefined || targets.length === 0) return;
    const pick =
      targets.length === 1 || path.length < 2
        ? 0
        : sharpestLeft(path[path.length - 2] as number, here, targets, positions);
    const next = targets[pick] as number;
    targets.splice(pick, 1);

    const before = placeInPath.get(next);
    if (before === undefined) {
      placeInPath.set(next, path.length);
      path.push(next);
      continue;
    }
    const loop = path.splice(before + 1);
    for (const vertex of loop) placeInPath.delete(vertex);
    rings.push(
      [next, ...loop, next].map((vertex) => [floatAt(positions, 2 * vertex), floatAt(positions, 2 * vertex + 1)]),
    );
  }
}

// Of the ways on from a corner the first that one meets turning clockwise from the way back.
function sharpestLeft(before: number, here: number, targets: readonly number[], positions: Float64Array): number {
  let best = 0;
  for (let i = 1; i < targets.length; i++) {
    if (comesFirst(before, here, targets[i] as number, targets[best] as number, positions)) best = i;
  }
  return best;
}

function comesFirst(before: number, here: number, p: number, q: number, positions: Float64Array): boolean {
  const side = (u: number, v: number): number =>
    orientation(
      floatAt(positions, 2 * here),
      floatAt(positions, 2 * here + 1),
      floatAt(positions, 2 * u),
      floatAt(positions, 2 * u + 1),
      floatAt(positions, 2 * v),
      floatAt(positions, 2 * v + 1),
    );
  // Clockwise from the way back: first everything on its right, then everything on its left.
  const isRightP = side(before, p) < 0;
  const isRightQ = side(before, q) < 0;
  if (isRightP !== isRightQ) return isRightP;
  return side(p, q) < 0;
}
