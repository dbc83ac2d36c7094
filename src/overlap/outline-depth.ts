import { floatAt } from "../geometry/element.js";
import { CROSSED_IS_MOVED, crossing } from "./crossing.js";

// Edges that follow each other are looked at in groups of so many, by their common box first.
const GROUP_BITS = 3;

/** The edges of an outline, made ready for asking which is near. */
export interface Outline {
  /** x, y of the start and x, y of the end of each edge in turn, plane metres. */
  readonly edges: Float64Array;
  /** Unit vector from each edge into the region, x and y in turn. */
  readonly normals: Float64Array;
  /** West, south, east, north of each group of edges in turn, plane metres. */
  readonly groupBoxes: Float64Array;
  /** Room for the squared distance of each edge in a list to the point last asked for. */
  readonly squares: Float64Array;
  /** Room for a step: x, y of its start and of its end. */
  readonly line: Float64Array;
  readonly all: NearEdges;
}

/** The edges that may be the nearest to some point of a box. */
export interface NearEdges {
  /** In their order along the outline. */
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
    const length = Math.sqrt(dx * dx + dy * dy) * (isReversed ? -1 : 1);
    normals[2 * edge] = -dy / length;
    normals[2 * edge + 1] = dx / length;
  }
  const all: number[] = [];
  const groupBoxes = new Float64Array(4 * ((count >> GROUP_BITS) + 1));
  for (let edge = 0; edge < count; edge++) {
    all.push(edge);
    const west = Math.min(floatAt(edges, 4 * edge), floatAt(edges, 4 * edge + 2));
    const south = Math.min(floatAt(edges, 4 * edge + 1), floatAt(edges, 4 * edge + 3));
    const east = Math.max(floatAt(edges, 4 * edge), floatAt(edges, 4 * edge + 2));
    const north = Math.max(floatAt(edges, 4 * edge + 1), floatAt(edges, 4 * edge + 3));
    const box = 4 * (edge >> GROUP_BITS);
    const isFirst = (edge >> GROUP_BITS) << GROUP_BITS === edge;
    groupBoxes[box] = isFirst ? west : Math.min(floatAt(groupBoxes, box), west);
    groupBoxes[box + 1] = isFirst ? south : Math.min(floatAt(groupBoxes, box + 1), south);
    groupBoxes[box + 2] = isFirst ? east : Math.max(floatAt(groupBoxes, box + 2), east);
    groupBoxes[box + 3] = isFirst ? north : Math.max(floatAt(groupBoxes, box + 3), north);
  }
  return {
    edges,
    normals,
    groupBoxes,
    squares: new Float64Array(count),
    line: new Float64Array(4),
    all: { edges: all, normalX: 0, normalY: 0, spread: Number.POSITIVE_INFINITY },
  };
}

/** Where a distance is measured from and how far it matters. */
export interface DepthQuestion {
  readonly x: number;
  readonly y: number;
  /** Eastward scale at the place. */
  readonly scale: number;
  /** A distance of no more than this is as good as this. */
  readonly leastM: number;
  /** Edges so much farther than the nearest are of no interest to nearEdges. */
  readonly marginM: number;
}

/**
 * Distance to the nearest of some edges, in the scale given, metres; infinite for none. It is looked for only as long as
 * it may be more than `leastM`: as soon as an edge is that near, the answer is `leastM`.
 */
export function depthIn(outline: Outline, near: NearEdges, { x, y, scale, leastM, marginM }: DepthQuestion): number {
  const { edges, squares } = outline;
  const northScale = 1 / scale;
  const enough = leastM > 0 ? leastM * leastM : -1;
  const among = near.edges;
  let least = Number.POSITIVE_INFINITY;
  let farthest = Number.POSITIVE_INFINITY;
  let group = -1;
  let isFar = false;
  for (let i = 0; i < among.length; i++) {
    const number = among[i] as number;
    if (number >> GROUP_BITS !== group) {
      group = number >> GROUP_BITS;
      isFar = squareToGroup(outline, group, x, y, scale) > farthest;
    }
    if (isFar) {
      squares[i] = Number.POSITIVE_INFINITY;
      continue;
    }
    const edge = 4 * number;
    const px = (floatAt(edges, edge) - x) * scale;
    const py = (floatAt(edges, edge + 1) - y) * northScale;
    const dx = (floatAt(edges, edge + 2) - x) * scale - px;
    const dy = (floatAt(edges, edge + 3) - y) * northScale - py;
    // The foot of the perpendicular is seldom on the edge: no need to divide to know that.
    const along = -(px * dx + py * dy);
    const whole = dx * dx + dy * dy;
    const t = along > 0 ? (along < whole ? along / whole : 1) : 0;
    const ex = px + t * dx;
    const ey = py + t * dy;
    const square = ex * ex + ey * ey;
    squares[i] = square;
    if (square < least) {
      if (square <= enough) return leastM;
      least = square;
      farthest = reachSquare(Math.sqrt(least) + marginM) * ROUNDING;
    }
  }
  return Math.sqrt(least);
}

// A millionth more, so that rounding leaves nothing out.
const ROUNDING = 1 + 1e-6;

function reachSquare(reachM: number): number {
  return reachM * reachM * ROUNDING;
}

function squareToGroup({ groupBoxes }: Outline, group: number, x: number, y: number, scale: number): number {
  const west = floatAt(groupBoxes, 4 * group);
  const south = floatAt(groupBoxes, 4 * group + 1);
  const east = floatAt(groupBoxes, 4 * group + 2);
  const north = floatAt(groupBoxes, 4 * group + 3);
  const dx = (x < west ? west - x : x > east ? x - east : 0) * scale;
  const dy = (y < south ? south - y : y > north ? y - north : 0) / scale;
  return dx * dx + dy * dy;
}

/** Those of the edges last asked about that are within reach of the point. */
export function nearEdges({ normals, squares }: Outline, near: NearEdges, reachM: number): NearEdges {
  const among = near.edges;
  const most = reachSquare(reachM);
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
  for (let i = 0; i < edges.length && leastCosine > 0; i++) {
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
  { edges, groupBoxes, line }: Outline,
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
  line[0] = px;
  line[1] = py;
  line[2] = qx;
  line[3] = qy;
  let isOdd = false;
  const among = near.edges;
  let group = -1;
  let isAside = false;
  for (let i = 0; i < among.length; i++) {
    const number = among[i] as number;
    if (number >> GROUP_BITS !== group) {
      group = number >> GROUP_BITS;
      isAside =
        floatAt(groupBoxes, 4 * group) > east ||
        floatAt(groupBoxes, 4 * group + 1) > north ||
        floatAt(groupBoxes, 4 * group + 2) < west ||
        floatAt(groupBoxes, 4 * group + 3) < south;
    }
    if (isAside) continue;
    const edge = 4 * number;
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
