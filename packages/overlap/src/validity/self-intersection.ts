import Flatbush from "flatbush";
import { orientation } from "../predicates/orientation.js";

/** Two edges that cross, by index, and the position where they do. */
export interface SelfIntersection {
  readonly firstEdge: number;
  readonly secondEdge: number;
  readonly at: readonly [x: number, y: number];
}

/**
 * The first place where a closed ring crosses itself or runs along itself; null where it does neither.
 *
 * A ring that only touches itself, corner to corner or corner to edge, passes: published boundaries do.
 * @param xy x and y of each position in turn, in any unit, the last position equal to the first, none equal to the one
 *   before it.
 */
export function selfIntersection(xy: Float64Array): SelfIntersection | null {
  const edgeCount = xy.length / 2 - 1;
  if (edgeCount < 3) return null;
  const index = indexEdgeGroups(xy, edgeCount);
  for (let group = 0; group * GROUP_EDGES < edgeCount; group++) {
    const box = groupBbox(xy, group, edgeCount);
    const others = index.search(...box, (other) => other >= group).sort((p, q) => p - q);
    for (let k = group * GROUP_EDGES; k < Math.min((group + 1) * GROUP_EDGES, edgeCount); k++) {
      for (const other of others) {
        const last = Math.min((other + 1) * GROUP_EDGES, edgeCount);
        for (let j = Math.max(other * GROUP_EDGES, k + 1); j < last; j++) {
          if (!bboxesIntersect(xy, k, j)) continue;
          const at = edgeIntersection(edgeAt(xy, k), edgeAt(xy, j)) ?? vertexCrossing(xy, k, j);
          if (at !== null) return { firstEdge: k, secondEdge: j, at };
        }
      }
    }
  }
  return null;
}

// Edges are indexed by the handful, which makes the index small enough to be quick.
const GROUP_EDGES = 8;

function indexEdgeGroups(xy: Float64Array, edgeCount: number): Flatbush {
  const count = Math.ceil(edgeCount / GROUP_EDGES);
  const index = new Flatbush(count);
  for (let group = 0; group < count; group++) index.add(...groupBbox(xy, group, edgeCount));
  index.finish();
  return index;
}

function groupBbox(xy: Float64Array, group: number, edgeCount: number): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = group * GROUP_EDGES; k <= Math.min((group + 1) * GROUP_EDGES, edgeCount); k++) {
    const x = xy[2 * k];
    const y = xy[2 * k + 1];
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

function bboxesIntersect(xy: Float64Array, k: number, j: number): boolean {
  return rangesIntersect(xy, 2 * k, 2 * j) && rangesIntersect(xy, 2 * k + 1, 2 * j + 1);
}

function rangesIntersect(xy: Float64Array, k: number, j: number): boolean {
  const a = xy[k];
  const b = xy[k + 2];
  const c = xy[j];
  const d = xy[j + 2];
  return !((a < c && a < d && b < c && b < d) || (a > c && a > d && b > c && b > d));
}

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

function edgeAt(xy: Float64Array, k: number): Edge {
  return [xy[2 * k], xy[2 * k + 1], xy[2 * k + 2], xy[2 * k + 3]];
}

// Where the insides of two edges cross, or where two edges run along each other.
function edgeIntersection([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): readonly [number, number] | null {
  const c = orientation(ax, ay, bx, by, cx, cy);
  const d = orientation(ax, ay, bx, by, dx, dy);
  if (c === 0 && d === 0) return collinearOverlap([ax, ay, bx, by], [cx, cy, dx, dy]);
  if (c === 0 || d === 0 || c > 0 === d > 0) return null;
  const a = orientation(cx, cy, dx, dy, ax, ay);
  const b = orientation(cx, cy, dx, dy, bx, by);
  if (a === 0 || b === 0 || a > 0 === b > 0) return null;
  const t = a / (a - b);
  return [ax + t * (bx - ax), ay + t * (by - ay)];
}

// On one line: they share more than a point when the later of the two starts lies before the earlier of the two ends.
function collinearOverlap([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): readonly [number, number] | null {
  const isSteep = Math.abs(by - ay) > Math.abs(bx - ax);
  const [a, b, c, d] = isSteep ? [ay, by, cy, dy] : [ax, bx, cx, dx];
  const start = Math.max(Math.min(a, b), Math.min(c, d));
  const end = Math.min(Math.max(a, b), Math.max(c, d));
  if (start >= end) return null;
  if (start === a) return [ax, ay];
  if (start === b) return [bx, by];
  return start === c ? [cx, cy] : [dx, dy];
}

// Where the ring passes the corner at which one of two edges begins and, crossing that, the other edge or its first corner.
function vertexCrossing(xy: Float64Array, k: number, j: number): readonly [number, number] | null {
  const [kx, ky] = edgeAt(xy, k);
  const [jx, jy] = edgeAt(xy, j);
  if (kx === jx && ky === jy) return passesCross(passAtVertex(xy, k), passAtVertex(xy, j)) ? [kx, ky] : null;
  if (isOnEdgeInterior(xy, k, jx, jy) && passesCross(passOnEdge(xy, k, jx, jy), passAtVertex(xy, j))) return [jx, jy];
  if (isOnEdgeInterior(xy, j, kx, ky) && passesCross(passOnEdge(xy, j, kx, ky), passAtVertex(xy, k))) return [kx, ky];
  return null;
}

// Whether a place lies on an edge, at neither end.
function isOnEdgeInterior(xy: Float64Array, k: number, x: number, y: number): boolean {
  const [ax, ay, bx, by] = edgeAt(xy, k);
  if (x < Math.min(ax, bx) || x > Math.max(ax, bx) || y < Math.min(ay, by) || y > Math.max(ay, by)) return false;
  if ((x === ax && y === ay) || (x === bx && y === by)) return false;
  return orientation(ax, ay, bx, by, x, y) === 0;
}

function passOnEdge(xy: Float64Array, k: number, x: number, y: number): VertexPass {
  const [fromX, fromY, toX, toY] = edgeAt(xy, k);
  return { fromX, fromY, x, y, toX, toY };
}

function passAtVertex(xy: Float64Array, k: number): VertexPass {
  const [fromX, fromY] = edgeAt(xy, k === 0 ? xy.length / 2 - 2 : k - 1);
  const [x, y, toX, toY] = edgeAt(xy, k);
  return { fromX, fromY, x, y, toX, toY };
}

/** A line's way through a place: from where it comes and to where it goes on, both other than the place. */
export interface VertexPass {
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

/**
 * Whether two lines through one place cross there: the second comes from one side of the first and goes to the other.
 *
 *            to                 to  to'
 *            │                   │ ╱
 *    from' ──┼── to'             │╱
 *            │                   │╲
 *            │                   │ ╲
 *           from               from  from'
 *
 *         crossing              touching
 *
 * Exact. The four ways out must be different directions: lines that run along each other neither cross nor touch.
 */
export function passesCross(first: VertexPass, second: VertexPass): boolean {
  return isInAngle(first, second.fromX, second.fromY) !== isInAngle(first, second.toX, second.toY);
}

// Whether a place lies within the angle that a pass opens to its left (as a direction from the pass's place).
function isInAngle({ fromX, fromY, x, y, toX, toY }: VertexPass, atX: number, atY: number): boolean {
  const isLeftOfFrom = orientation(fromX, fromY, x, y, atX, atY) > 0;
  const isLeftOfTo = orientation(x, y, toX, toY, atX, atY) > 0;
  const turn = orientation(fromX, fromY, x, y, toX, toY);
  return turn > 0 ? isLeftOfFrom && isLeftOfTo : turn < 0 ? isLeftOfFrom || isLeftOfTo : isLeftOfTo;
}
