import { floatAt } from "../geometry/element.js";
import { CROSSED_IS_MOVED, crossing } from "./crossing.js";

// Edges that follow each other are looked at in groups of so many, by their common box first.
const GROUP_SIZE = 8;

/** The edges of an outline, made ready for asking which is near. */
export interface Outline {
  /** x, y of the start and x, y of the end of each edge in turn, plane metres. */
  readonly edges: Float64Array;
  /** Unit vector from each edge into the region, x and y in turn. */
  readonly normals: Float64Array;
  /** West, south, east, north of each group of edges in turn, plane metres. */
  readonly groupBoxes: Float64Array;
  readonly edgeCount: number;
  /** Room for the squared distance of each group to the point last asked for: of its box where that says enough. */
  readonly groupSquares: Float64Array;
  /** Room for the number of the edge that was the nearest to it. */
  readonly nearest: Int32Array;
  /** Room for a step: x, y of its start and of its end. */
  readonly line: Float64Array;
  readonly all: NearEdges;
}

/** The edges that may be the nearest to some point of a box, and others of their groups. */
export interface NearEdges {
  /** Numbers of groups, in their order along the outline. */
  readonly groups: readonly number[];
  /** The edge nearest to the middle, and its normal. */
  readonly nearest: number;
  readonly normalX: number;
  readonly normalY: number;
  /** How much at most another's normal differs from it (length of the difference); infinite when that says nothing. */
  readonly spread: number;
}

const NO_EDGE = { nearest: 0, normalX: 0, normalY: 0, spread: Number.POSITIVE_INFINITY };

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
  const groupCount = Math.ceil(count / GROUP_SIZE);
  const groupBoxes = new Float64Array(4 * groupCount);
  for (let edge = 0; edge < count; edge++) {
    const west = Math.min(floatAt(edges, 4 * edge), floatAt(edges, 4 * edge + 2));
    const south = Math.min(floatAt(edges, 4 * edge + 1), floatAt(edges, 4 * edge + 3));
    const east = Math.max(floatAt(edges, 4 * edge), floatAt(edges, 4 * edge + 2));
    const north = Math.max(floatAt(edges, 4 * edge + 1), floatAt(edges, 4 * edge + 3));
    const box = 4 * Math.floor(edge / GROUP_SIZE);
    const isFirst = edge % GROUP_SIZE === 0;
    groupBoxes[box] = isFirst ? west : Math.min(floatAt(groupBoxes, box), west);
    groupBoxes[box + 1] = isFirst ? south : Math.min(floatAt(groupBoxes, box + 1), south);
    groupBoxes[box + 2] = isFirst ? east : Math.max(floatAt(groupBoxes, box + 2), east);
    groupBoxes[box + 3] = isFirst ? north : Math.max(floatAt(groupBoxes, box + 3), north);
  }
  return {
    edges,
    normals,
    groupBoxes,
    edgeCount: count,
    groupSquares: new Float64Array(groupCount),
    nearest: new Int32Array(1),
    line: new Float64Array(4),
    all: {
      groups: Array.from({ length: groupCount }, (_, group) => group),
      ...NO_EDGE,
    },
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
}

/**
 * Distance to the nearest of some edges, in the scale given, metres; infinite for none. It is looked for only as long as
 * it may be more than `leastM`: as soon as an edge is that near, the answer is `leastM`.
 */
export function depthIn(outline: Outline, near: NearEdges, question: DepthQuestion): number {
  const { x, y, scale, leastM } = question;
  const { groupSquares, nearest } = outline;
  const { groups } = near;
  if (groups.length === 0) return Number.POSITIVE_INFINITY;
  const enough = leastM > 0 ? leastM * leastM : -1;
  // What was the nearest to a place close by is seldom far, and then most groups are farther.
  nearest[0] = near.nearest;
  let least = squareToEdge(outline, near.nearest, question);
  if (least <= enough) return leastM;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    const square = squareToGroup(outline, group, x, y, scale);
    groupSquares[group] = square;
    if (square >= least) continue;
    const end = groupEnd(outline, group);
    let leastOfGroup = Number.POSITIVE_INFINITY;
    for (let edge = group * GROUP_SIZE; edge < end; edge++) {
      const squareOfEdge = squareToEdge(outline, edge, question);
      if (squareOfEdge < leastOfGroup) leastOfGroup = squareOfEdge;
      if (squareOfEdge >= least) continue;
      if (squareOfEdge <= enough) return leastM;
      least = squareOfEdge;
      nearest[0] = edge;
    }
    groupSquares[group] = leastOfGroup;
  }
  return Math.sqrt(least);
}

// The squared distance of an edge from the point.
function squareToEdge({ edges }: Outline, edge: number, { x, y, scale }: DepthQuestion): number {
  const at = 4 * edge;
  const px = (floatAt(edges, at) - x) * scale;
  const py = (floatAt(edges, at + 1) - y) / scale;
  const dx = (floatAt(edges, at + 2) - x) * scale - px;
  const dy = (floatAt(edges, at + 3) - y) / scale - py;
  // The foot of the perpendicular is seldom on the edge: no need to divide to know that.
  const along = -(px * dx + py * dy);
  const whole = dx * dx + dy * dy;
  const t = along > 0 ? (along < whole ? along / whole : 1) : 0;
  const ex = px + t * dx;
  const ey = py + t * dy;
  return ex * ex + ey * ey;
}

function groupEnd({ edgeCount }: Outline, group: number): number {
  return Math.min((group + 1) * GROUP_SIZE, edgeCount);
}

// A millionth more, so that rounding leaves nothing out.
const ROUNDING = 1 + 1e-6;

function squareToGroup({ groupBoxes }: Outline, group: number, x: number, y: number, scale: number): number {
  const west = floatAt(groupBoxes, 4 * group);
  const south = floatAt(groupBoxes, 4 * group + 1);
  const east = floatAt(groupBoxes, 4 * group + 2);
  const north = floatAt(groupBoxes, 4 * group + 3);
  const dx = (x < west ? west - x : x > east ? x - east : 0) * scale;
  const dy = (y < south ? south - y : y > north ? y - north : 0) / scale;
  return dx * dx + dy * dy;
}

/** Those of the edges last asked about that are within reach of the point, with others of their groups. */
export function nearEdges(outline: Outline, near: NearEdges, question: DepthQuestion, reachM: number): NearEdges {
  const { normals, groupSquares } = outline;
  const most = reachM * reachM * ROUNDING;
  const groups: number[] = [];
  for (let i = 0; i < near.groups.length; i++) {
    const group = near.groups[i] as number;
    if (floatAt(groupSquares, group) <= most) groups.push(group);
  }
  if (groups.length === 0) return { groups, ...NO_EDGE };

  const nearest = outline.nearest[0] as number;
  const normalX = floatAt(normals, 2 * nearest);
  const normalY = floatAt(normals, 2 * nearest + 1);
  let leastCosine = 1;
  for (let i = 0; i < groups.length && leastCosine > 0; i++) {
    const group = groups[i] as number;
    const end = groupEnd(outline, group);
    for (let edge = group * GROUP_SIZE; edge < end; edge++) {
      const cosine = normalX * floatAt(normals, 2 * edge) + normalY * floatAt(normals, 2 * edge + 1);
      // Few are turned more than those before them: whether they are near is asked of these alone.
      if (cosine < leastCosine && squareToEdge(outline, edge, question) <= most) leastCosine = cosine;
    }
  }
  // Normals of a corner's points lie between those of its edges: nearer, as long as none is turned by a right angle.
  const spread = leastCosine > 0 ? Math.sqrt(2 - 2 * leastCosine) : Number.POSITIVE_INFINITY;
  return { groups, nearest, normalX, normalY, spread };
}

/** Whether a step crosses the outline an odd number of times; any edge it may cross is among those near. */
export function isOddlyCrossed(
  outline: Outline,
  { groups }: NearEdges,
  px: number,
  py: number,
  qx: number,
  qy: number,
): boolean {
  const { edges, groupBoxes, line } = outline;
  const west = Math.min(px, qx);
  const east = Math.max(px, qx);
  const south = Math.min(py, qy);
  const north = Math.max(py, qy);
  line[0] = px;
  line[1] = py;
  line[2] = qx;
  line[3] = qy;
  let isOdd = false;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    const isAside =
      floatAt(groupBoxes, 4 * group) > east ||
      floatAt(groupBoxes, 4 * group + 1) > north ||
      floatAt(groupBoxes, 4 * group + 2) < west ||
      floatAt(groupBoxes, 4 * group + 3) < south;
    if (isAside) continue;
    const end = groupEnd(outline, group);
    for (let number = group * GROUP_SIZE; number < end; number++) {
      const edge = 4 * number;
      const ex = floatAt(edges, edge);
      const fx = floatAt(edges, edge + 2);
      if ((ex < west && fx < west) || (ex > east && fx > east)) continue;
      const ey = floatAt(edges, edge + 1);
      const fy = floatAt(edges, edge + 3);
      if ((ey < south && fy < south) || (ey > north && fy > north)) continue;
      if (crossing(line, 0, edges, edge / 2, CROSSED_IS_MOVED) !== 0) isOdd = !isOdd;
    }
  }
  return isOdd;
}
