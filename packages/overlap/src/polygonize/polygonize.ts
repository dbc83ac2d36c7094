import type { Position } from "geojson";
import { vertexIds } from "../index/coordinate-index.js";
import { orientation } from "../predicates/orientation.js";

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
export function polygonize(edges: readonly number[]): Position[][] {
  const positions = Float64Array.from(edges);
  const directedEdges = cancelOppositeEdges(positions);
  const trace: RingTrace = {
    positions,
    directedEdges,
    indexInPath: new Int32Array(positions.length / 2).fill(NONE),
    rings: [],
  };
  for (const start of directedEdges.starts) {
    while (directedEdges.first[start] !== NONE) traceRing(start, trace);
  }
  return trace.rings;
}

const NONE = -1;

/** Edges that none runs back along, each once, as lists of those that leave each corner, in the order they came. */
interface DirectedEdges {
  /** Where each begins. */
  readonly starts: Int32Array;
  /** The corner that an edge leads to. */
  readonly to: Int32Array;
  /** The first edge that leaves a corner, and the one that does so after an edge. */
  readonly first: Int32Array;
  readonly after: Int32Array;
}

function cancelOppositeEdges(positions: Float64Array): DirectedEdges {
  const ids = vertexIds(positions);
  const count = positions.length / 4;
  const from = new Int32Array(count).fill(NONE);
  const to = new Int32Array(count);
  const first = new Int32Array(2 * count).fill(NONE);
  const after = new Int32Array(count).fill(NONE);
  const lists = { to, first, after };
  for (let edge = 0; edge < count; edge++) {
    const u = ids.idOf(2 * edge);
    const v = ids.idOf(2 * edge + 1);
    if (u === v) continue;
    const back = removeEdge(lists, v, u);
    if (back !== NONE) {
      from[back] = NONE;
      continue;
    }
    let last = NONE;
    let isDuplicate = false;
    for (let other = first[u]; other !== NONE; other = after[other]) {
      last = other;
      if (to[other] === v) isDuplicate = true;
    }
    if (isDuplicate) continue;
    from[edge] = u;
    to[edge] = v;
    if (last === NONE) first[u] = edge;
    else after[last] = edge;
  }
  return { ...lists, starts: from.filter((start) => start !== NONE) };
}

// Takes the edge between two corners off the list and gives its number; NONE when there is none.
function removeEdge({ to, first, after }: Omit<DirectedEdges, "starts">, u: number, v: number): number {
  let before = NONE;
  for (let edge = first[u]; edge !== NONE; edge = after[edge]) {
    if (to[edge] === v) {
      if (before === NONE) first[u] = after[edge];
      else after[before] = after[edge];
      return edge;
    }
    before = edge;
  }
  return NONE;
}

interface RingTrace {
  readonly positions: Float64Array;
  readonly directedEdges: DirectedEdges;
  /** Where a corner stands in the path, if it does. */
  readonly indexInPath: Int32Array;
  readonly rings: Position[][];
}

// Walks from a corner until no edge is left to go on, cutting a ring off whenever it comes back to where it was.
function traceRing(start: number, { positions, directedEdges, indexInPath, rings }: RingTrace): void {
  const path: number[] = [start];
  indexInPath[start] = 0;
  for (;;) {
    const here = path[path.length - 1];
    const targets = nextVertices(here, directedEdges);
    if (targets.length === 0) {
      for (const vertex of path) indexInPath[vertex] = NONE;
      return;
    }
    const pick =
      targets.length === 1 || path.length < 2 ? 0 : leftmostTurn(path[path.length - 2], here, targets, positions);
    const next = targets[pick];
    removeEdge(directedEdges, here, next);

    const before = indexInPath[next];
    if (before === NONE) {
      indexInPath[next] = path.length;
      path.push(next);
      continue;
    }
    const loop = path.splice(before + 1);
    for (const vertex of loop) indexInPath[vertex] = NONE;
    rings.push([next, ...loop, next].map((vertex) => [positions[2 * vertex], positions[2 * vertex + 1]]));
  }
}

function nextVertices(vertex: number, { to, first, after }: DirectedEdges): number[] {
  const targets: number[] = [];
  for (let edge = first[vertex]; edge !== NONE; edge = after[edge]) targets.push(to[edge]);
  return targets;
}

// Of the ways on from a corner the first that one meets turning clockwise from the way back.
function leftmostTurn(before: number, here: number, targets: readonly number[], positions: Float64Array): number {
  let best = 0;
  for (let i = 1; i < targets.length; i++) {
    if (comesFirst(before, here, targets[i], targets[best], positions)) best = i;
  }
  return best;
}

function comesFirst(before: number, here: number, p: number, q: number, positions: Float64Array): boolean {
  const side = (u: number, v: number): number =>
    orientation(
      positions[2 * here],
      positions[2 * here + 1],
      positions[2 * u],
      positions[2 * u + 1],
      positions[2 * v],
      positions[2 * v + 1],
    );
  // Clockwise from the way back: first everything on its right, then everything on its left.
  const isRightP = side(before, p) < 0;
  const isRightQ = side(before, q) < 0;
  if (isRightP !== isRightQ) return isRightP;
  return side(p, q) < 0;
}
