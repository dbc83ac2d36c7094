import { floatAt } from "../geometry/element.js";
import { CROSSED_IS_MOVED, crossing } from "./crossing.js";

/** The edges of an outline, made ready for asking which is near. */
export interface Outline {
  /** x, y of the start and x, y of the end of each edge in turn, plane metres. */
  readonly edges: Float64Array;
  /** Unit vector from each edge into the region, x and y in turn. */
  readonly normals: Float64Array;
  /** Room for the squared distance of each edge in a list to the point last asked for. */
  readonly squares: Float64Array;
  readonly all: NearEdges;
}

/** The edges that may be the nearest to some point of a box. */
export interface NearEdges {
  readonly edges: readonly number[];
  /** The normal of the one nearest to the middle. */
  readonly normalX: number;
  readonly normalY: number;
  /** How much at most another's normal differs from it (length of the difference); infinite when that says nothing. */
  readonly spread: number;
}

/** Makes an outline ready. Normals point to the left of the edges, or to the right when the region lies there. */
export function outlineOf(edges: Float64Array, scale: number, isReversed: boolean): Outline {
  const count = edges.length / 4;
  const normals = new Float64Array(2 * count);
  for (let edge = 0; edge < count; edge++) {
    const dx = (floatAt(edges, 4 * edge + 2) - floatAt(edges, 4 * edge)) * scale;
    const dy = (floatAt(edges, 4 * edge + 3) - floatAt(edges, 4 * edge + 1)) / scale;
    const length = Math.hypot(dx, dy) * (isReversed ? -1 : 1);
    normals[2 * edge] = -dy / length;
    normals[2 * edge + 1] = dx / length;
  }
  const all = Array.from({ length: count }, (_, edge) => edge);
  return {
    edges,
    normals,
    squares: new Float64Array(count),
    all: { edges: all, normalX: 0, normalY: 0, spread: Number.POSITIVE_INFINITY },
  };
}

/** Distance to the nearest of some edges, in the scale given, metres; infinite for none. */
export function depthIn({ edges, squares }: Outline, near: NearEdges, x: number, y: number, scale: number): number {
  const among = near.edges;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < among.length; i++) {
    const edge = 4 * (among[i] as number);
    const px = (floatAt(edges, edge) - x) * scale;
    const py = (floatAt(edges, edge + 1) - y) / scale;
    const dx = (floatAt(edges, edge + 2) - x) * scale - px;
    const dy = (floatAt(edges, edge + 3) - y) / scale - py;
    const along = -(px * dx + py * dy) / (dx * dx + dy * dy);
    const t = along > 0 ? (along < 1 ? along : 1) : 0;
    const ex = px + t * dx;
    const ey = py + t * dy;
    const square = ex * ex + ey * ey;
    squares[i] = square;
    if (square < least) least = square;
  }
  return Math.sqrt(least);
}

/** Those of the edges last asked about that are within reach of the point. */
export function nearEdges({ normals, squares }: Outline, near: NearEdges, reachM: number): NearEdges {
  const among = near.edges;
  // A millionth more, so that rounding leaves nothing out.
  const most = reachM * reachM * (1 + 1e-6);
  const edges: number[] = [];
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < among.length; i++) {
    const square = floatAt(squares, i);
    if (square > most) continue;
    const edge = among[i] as number;
    edges.push(edge);
    if (square < least) {
      least = square;
      nearest = edge;
    }
  }
  if (nearest === -1) return { edges, normalX: 0, normalY: 0, spread: Number.POSITIVE_INFINITY };

  const normalX = floatAt(normals, 2 * nearest);
  const normalY = floatAt(normals, 2 * nearest + 1);
  let leastCosine = 1;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as number;
    const cosine = normalX * floatAt(normals, 2 * edge) + normalY * floatAt(normals, 2 * edge + 1);
    if (cosine < leastCosine) leastCosine = cosine;
  }
  // Normals of a corner's points lie between those of its edges: nearer, as long as none is turned by a right angle.
  const spread = leastCosine > 0 ? Math.sqrt(2 - 2 * leastCosine) : Number.POSITIVE_INFINITY;
  return { edges, normalX, normalY, spread };
}

/** Whether a step crosses the outline an odd number of times; any edge it may cross is among those near. */
export function isOddlyCrossed(
  { edges }: Outline,
  near: NearEdges,
  px: number,
  py: number,
  qx: number,
  qy: number,
): boolean {
  const west = Math.min(px, qx);
  const east = Math.max(px, qx);
  const south = Math.min(py, qy);
  const north = Math.max(py, qy);
  const line = Float64Array.of(px, py, qx, qy);
  let isOdd = false;
  const among = near.edges;
  for (let i = 0; i < among.length; i++) {
    const edge = 4 * (among[i] as number);
    const ex = floatAt(edges, edge);
    const fx = floatAt(edges, edge + 2);
    if ((ex < west && fx < west) || (ex > east && fx > east)) continue;
    const ey = floatAt(edges, edge + 1);
    const fy = floatAt(edges, edge + 3);
    if ((ey < south && fy < south) || (ey > north && fy > north)) continue;
    if (crossing(line, 0, edges, edge / 2, CROSSED_IS_MOVED) !== 0) isOdd = !isOdd;
  }
  return isOdd;
}
