import Flatbush from "flatbush";
import { floatAt } from "./element.js";
import { orientation } from "./orientation.js";
import { type Pass, passesCross } from "./passes-cross.js";

/** Two edges that cross, by index, and the position where they do. */
export interface SelfCrossing {
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
export function selfCrossing(xy: Float64Array): SelfCrossing | null {
  const edgeCount = xy.length / 2 - 1;
  if (edgeCount < 3) return null;
  const index = linkIndex(xy, edgeCount);
  for (let link = 0; link * LINK_EDGES < edgeCount; link++) {
    const box = linkBox(xy, link, edgeCount);
    const others = index.search(...box, (other) => other >= link).sort((p, q) => p - q);
    for (let k = link * LINK_EDGES; k < Math.min((link + 1) * LINK_EDGES, edgeCount); k++) {
      for (const other of others) {
        const last = Math.min((other + 1) * LINK_EDGES, edgeCount);
        for (let j = Math.max(other * LINK_EDGES, k + 1); j < last; j++) {
          if (!boxesMeet(xy, k, j)) continue;
          const at = meeting(edgeAt(xy, k), edgeAt(xy, j)) ?? cornerCrossing(xy, k, j);
          if (at !== null) return { firstEdge: k, secondEdge: j, at };
        }
      }
    }
  }
  return null;
}

// Edges are indexed by the handful, which makes the index small enough to be quick.
const LINK_EDGES = 8;

function linkIndex(xy: Float64Array, edgeCount: number): Flatbush {
  const count = Math.ceil(edgeCount / LINK_EDGES);
  const index = new Flatbush(count);
  for (let link = 0; link < count; link++) index.add(...linkBox(xy, link, edgeCount));
  index.finish();
  return index;
}

function linkBox(xy: Float64Array, link: number, edgeCount: number): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = link * LINK_EDGES; k <= Math.min((link + 1) * LINK_EDGES, edgeCount); k++) {
    const x = floatAt(xy, 2 * k);
    const y = floatAt(xy, 2 * k + 1);
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

function boxesMeet(xy: Float64Array, k: number, j: number): boolean {
  return rangesMeet(xy, 2 * k, 2 * j) && rangesMeet(xy, 2 * k + 1, 2 * j + 1);
}

function rangesMeet(xy: Float64Array, k: number, j: number): boolean {
  const a = floatAt(xy, k);
  const b = floatAt(xy, k + 2);
  const c = floatAt(xy, j);
  const d = floatAt(xy, j + 2);
  return !((a < c && a < d && b < c && b < d) || (a > c && a > d && b > c && b > d));
}

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

function edgeAt(xy: Float64Array, k: number): Edge {
  return [floatAt(xy, 2 * k), floatAt(xy, 2 * k + 1), floatAt(xy, 2 * k + 2), floatAt(xy, 2 * k + 3)];
}

// Where the insides of two edges cross, or where two edges run along each other.
function meeting([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): readonly [number, number] | null {
  const c = orientation(ax, ay, bx, by, cx, cy);
  const d = orientation(ax, ay, bx, by, dx, dy);
  if (c === 0 && d === 0) return runningAlong([ax, ay, bx, by], [cx, cy, dx, dy]);
  if (c === 0 || d === 0 || c > 0 === d > 0) return null;
  const a = orientation(cx, cy, dx, dy, ax, ay);
  const b = orientation(cx, cy, dx, dy, bx, by);
  if (a === 0 || b === 0 || a > 0 === b > 0) return null;
  const t = a / (a - b);
  return [ax + t * (bx - ax), ay + t * (by - ay)];
}

// On one line: they share more than a point when the later of the two starts lies before the earlier of the two ends.
function runningAlong([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): readonly [number, number] | null {
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
function cornerCrossing(xy: Float64Array, k: number, j: number): readonly [number, number] | null {
  const [kx, ky] = edgeAt(xy, k);
  const [jx, jy] = edgeAt(xy, j);
  if (kx === jx && ky === jy) return passesCross(passAtStart(xy, k), passAtStart(xy, j)) ? [kx, ky] : null;
  if (isInside(xy, k, jx, jy) && passesCross(passInside(xy, k, jx, jy), passAtStart(xy, j))) return [jx, jy];
  if (isInside(xy, j, kx, ky) && passesCross(passInside(xy, j, kx, ky), passAtStart(xy, k))) return [kx, ky];
  return null;
}

// Whether a place lies on an edge, at neither end.
function isInside(xy: Float64Array, k: number, x: number, y: number): boolean {
  const [ax, ay, bx, by] = edgeAt(xy, k);
  if (x < Math.min(ax, bx) || x > Math.max(ax, bx) || y < Math.min(ay, by) || y > Math.max(ay, by)) return false;
  if ((x === ax && y === ay) || (x === bx && y === by)) return false;
  return orientation(ax, ay, bx, by, x, y) === 0;
}

function passInside(xy: Float64Array, k: number, x: number, y: number): Pass {
  const [fromX, fromY, toX, toY] = edgeAt(xy, k);
  return { fromX, fromY, x, y, toX, toY };
}

function passAtStart(xy: Float64Array, k: number): Pass {
  const [fromX, fromY] = edgeAt(xy, k === 0 ? xy.length / 2 - 2 : k - 1);
  const [x, y, toX, toY] = edgeAt(xy, k);
  return { fromX, fromY, x, y, toX, toY };
}
