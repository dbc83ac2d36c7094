import { PERTURB_TARGET, segmentCrossing } from "../predicates/segment-crossing.js";

/** Edges that follow each other are looked at in groups of so many, by their common box first. */
export const GROUP_SIZE = 8;

/** The edges of an outline, prepared for asking which is near, with room for what was found about the last point. */
export interface EdgeGroups {
  /** x, y of the start and x, y of the end of each edge in turn, projected metres. */
  readonly edges: Float64Array;
  readonly edgeCount: number;
  /** West, south, east, north of each group of edges in turn, projected metres. */
  readonly groupBoxes: Float64Array;
  /** Squared distance of each group from the point: of its nearest place where that was looked for, else of its box. */
  readonly squaredDistances: Float64Array;
  /** Whether it was looked for. */
  readonly isMeasured: Uint8Array;
  /** That place, x and y from the point, metres. */
  readonly nearestPoints: Float64Array;
  /** The edge it lies on. */
  readonly nearestEdges: Int32Array;
  /** All groups. */
  readonly allGroups: readonly number[];
}

/** Makes an outline ready. */
export function groupEdges(edges: Float64Array): EdgeGroups {
  const edgeCount = edges.length / 4;
  const groupCount = Math.ceil(edgeCount / GROUP_SIZE);
  return {
    edges,
    edgeCount,
    groupBoxes: groupBboxes(edges, groupCount),
    squaredDistances: new Float64Array(groupCount),
    isMeasured: new Uint8Array(groupCount),
    nearestPoints: new Float64Array(2 * groupCount),
    nearestEdges: new Int32Array(groupCount),
    allGroups: Array.from({ length: groupCount }, (_, group) => group),
  };
}

/** The edge after the last of a group. */
export function groupEnd({ edgeCount }: EdgeGroups, group: number): number {
  return Math.min((group + 1) * GROUP_SIZE, edgeCount);
}

function groupBboxes(edges: Float64Array, groupCount: number): Float64Array {
  const boxes = new Float64Array(4 * groupCount);
  for (let group = 0; group < groupCount; group++) {
    const first = 4 * GROUP_SIZE * group;
    const end = Math.min(first + 4 * GROUP_SIZE, edges.length);
    let west = edges[first];
    let south = edges[first + 1];
    let east = west;
    let north = south;
    for (let place = first; place < end; place += 2) {
      const x = edges[place];
      const y = edges[place + 1];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    boxes[4 * group] = west;
    boxes[4 * group + 1] = south;
    boxes[4 * group + 2] = east;
    boxes[4 * group + 3] = north;
  }
  return boxes;
}

/** Where a distance is measured from and how far it matters. */
export interface DistanceQuery {
  readonly x: number;
  readonly y: number;
  /** Metres on the ground per metre of the projection at the place. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** A distance of no more than this is as good as this. */
  readonly cutoffM: number;
}

/**
 * Distance to the nearest of some groups of edges, in the scale given, metres; infinite for none. It is looked for only
 * as long as it may be more than `cutoffM`: as soon as an edge is that near, the answer is `leastM`.
 *
 * @param groups the first is likely the nearest; most others are then seen to be farther by their boxes.
 */
export function distanceToEdges(outline: EdgeGroups, groups: readonly number[], query: DistanceQuery): number {
  const { squaredDistances: groupSquares, isMeasured } = outline;
  const { cutoffM } = query;
  const cutoffSquare = cutoffM > 0 ? cutoffM * cutoffM : -1;
  let min = Number.POSITIVE_INFINITY;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i];
    const square = squaredDistanceToBox(outline, group, query);
    groupSquares[group] = square;
    isMeasured[group] = 0;
    if (square >= min) continue;
    measureGroup(outline, group, query);
    min = Math.min(min, groupSquares[group]);
    if (min <= cutoffSquare) return cutoffM;
  }
  return Math.sqrt(min);
}

// A millionth more, so that rounding leaves nothing out.
const ROUNDING = 1 + 1e-6;

/** How far from the point the edges are that matter, metres. */
export interface Reach {
  readonly reachM: number;
}

/** Whether an edge may be within reach of the point: its box is. */
export function mayBeWithinReach(outline: EdgeGroups, edge: number, query: DistanceQuery, { reachM }: Reach): boolean {
  const { edges } = outline;
  const { x, y, scaleX, scaleY } = query;
  const px = edges[4 * edge] - x;
  const py = edges[4 * edge + 1] - y;
  const qx = edges[4 * edge + 2] - x;
  const qy = edges[4 * edge + 3] - y;
  const dx = Math.max(Math.min(px, qx), -Math.max(px, qx), 0) * scaleX;
  const dy = Math.max(Math.min(py, qy), -Math.max(py, qy), 0) * scaleY;
  return dx * dx + dy * dy <= reachM * reachM * ROUNDING;
}

/**
 * Those of the groups last asked about that are within reach of the point, the nearest first.
 *
 * @param isEachMeasured whether the place nearest to the point is to be known of each.
 */
export function groupsWithinReach(
  outline: EdgeGroups,
  groups: readonly number[],
  query: DistanceQuery,
  { reachM, isEachMeasured }: Reach & { readonly isEachMeasured: boolean },
): readonly number[] {
  const { squaredDistances: groupSquares, isMeasured } = outline;
  const maxSquare = reachM * reachM * ROUNDING;
  const within: number[] = [];
  let min = Number.POSITIVE_INFINITY;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i];
    if (groupSquares[group] > maxSquare) continue;
    if (isEachMeasured && isMeasured[group] === 0) {
      measureGroup(outline, group, query);
      if (groupSquares[group] > maxSquare) continue;
    }
    within.push(group);
    if (isMeasured[group] === 0 || groupSquares[group] >= min) continue;
    min = groupSquares[group];
    within[within.length - 1] = within[0];
    within[0] = group;
  }
  return within;
}

function squaredDistanceToBox(
  { groupBoxes }: EdgeGroups,
  group: number,
  { x, y, scaleX, scaleY }: DistanceQuery,
): number {
  const west = groupBoxes[4 * group];
  const south = groupBoxes[4 * group + 1];
  const east = groupBoxes[4 * group + 2];
  const north = groupBoxes[4 * group + 3];
  const dx = Math.max(west - x, x - east, 0) * scaleX;
  const dy = Math.max(south - y, y - north, 0) * scaleY;
  return dx * dx + dy * dy;
}

// Looks for the place of a group that is nearest to the point.
function measureGroup(outline: EdgeGroups, group: number, { x, y, scaleX, scaleY }: DistanceQuery): void {
  const { edges } = outline;
  const end = groupEnd(outline, group);
  let min = Number.POSITIVE_INFINITY;
  let nearestEdge = 0;
  for (let edge = group * GROUP_SIZE; edge < end; edge++) {
    const at = 4 * edge;
    const px = (edges[at] - x) * scaleX;
    const py = (edges[at + 1] - y) * scaleY;
    const qx = (edges[at + 2] - x) * scaleX;
    const qy = (edges[at + 3] - y) * scaleY;
    const dx = qx - px;
    const dy = qy - py;
    const along = -(px * dx + py * dy);
    const whole = dx * dx + dy * dy;
    let square = Math.min(px * px + py * py, qx * qx + qy * qy);
    // The foot of the perpendicular is seldom on the edge: a test that is nearly always answered alike costs nothing.
    if (along * (whole - along) > 0) {
      const across = px * dy - py * dx;
      square = (across * across) / whole;
    }
    if (square >= min) continue;
    min = square;
    nearestEdge = edge;
  }
  const at = 4 * nearestEdge;
  const px = (edges[at] - x) * scaleX;
  const py = (edges[at + 1] - y) * scaleY;
  const dx = (edges[at + 2] - x) * scaleX - px;
  const dy = (edges[at + 3] - y) * scaleY - py;
  const along = -(px * dx + py * dy);
  const whole = dx * dx + dy * dy;
  const share = along > 0 ? Math.min(1, along / whole) : 0;
  outline.squaredDistances[group] = min;
  outline.isMeasured[group] = 1;
  outline.nearestEdges[group] = nearestEdge;
  outline.nearestPoints[2 * group] = px + share * dx;
  outline.nearestPoints[2 * group + 1] = py + share * dy;
}

/**
 * Whether a step crosses an outline an odd number of times; any edge it may cross is among the groups given.
 *
 * @param step x, y of its start and of its end, projected metres.
 */
export function crossesOddly(outline: EdgeGroups, groups: readonly number[], step: Float64Array): boolean {
  const { edges, groupBoxes } = outline;
  const west = Math.min(step[0], step[2]);
  const east = Math.max(step[0], step[2]);
  const south = Math.min(step[1], step[3]);
  const north = Math.max(step[1], step[3]);
  let isOdd = false;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i];
    const isOutside =
      groupBoxes[4 * group] > east ||
      groupBoxes[4 * group + 1] > north ||
      groupBoxes[4 * group + 2] < west ||
      groupBoxes[4 * group + 3] < south;
    if (isOutside) continue;
    const end = groupEnd(outline, group);
    for (let edge = group * GROUP_SIZE; edge < end; edge++) {
      const ex = edges[4 * edge];
      const fx = edges[4 * edge + 2];
      if ((ex < west && fx < west) || (ex > east && fx > east)) continue;
      const ey = edges[4 * edge + 1];
      const fy = edges[4 * edge + 3];
      if ((ey < south && fy < south) || (ey > north && fy > north)) continue;
      if (segmentCrossing(step, 0, edges, 2 * edge, PERTURB_TARGET) !== 0) isOdd = !isOdd;
    }
  }
  return isOdd;
}
