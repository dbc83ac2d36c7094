import {
  type DistanceQuery,
  type EdgeGroups,
  GROUP_SIZE,
  groupEnd,
  mayBeWithinReach,
  type Reach,
} from "./distance-to-edges.js";

/** Nearest points of borders around the centre of a box: x, y from the centre, metres, and squared distance of each. */
export interface NearestPoints {
  readonly numbers: Float64Array;
  count: number;
}

const POINT_SIZE = 3;

// Each step adds one point to the mean; three suffice where borders are straight.
const MAX_STEPS = 3;

// A step that gains less than this share is the last.
const MIN_GAIN = 1e-3;

/** Allocates capacity for one point of every group of some outlines. */
export function allocateNearestPoints(edgeGroups: readonly EdgeGroups[]): NearestPoints {
  const maxCount = edgeGroups.reduce((sum, { allGroups }) => sum + allGroups.length, 0);
  return { numbers: new Float64Array(POINT_SIZE * maxCount), count: 0 };
}

/** Adds the nearest point of each of some measured groups. */
export function collectNearestPoints(
  points: NearestPoints,
  { nearestPoints, squaredDistances }: EdgeGroups,
  groups: readonly number[],
): void {
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i];
    const at = POINT_SIZE * points.count++;
    points.numbers[at] = nearestPoints[2 * group];
    points.numbers[at + 1] = nearestPoints[2 * group + 1];
    points.numbers[at + 2] = squaredDistances[group];
  }
}

/**
 * Upper bound of the depth of any point in a box, metres, from at least one point of the border. Half sides in metres.
 *
 * A point p of the box is no deeper than its distance from any point q of the border. With both relative to the centre,
 *
 *     |p − q|² = |q|² + |p|² − 2 p·q
 *
 * and the least of several of these is at most any mean of them. Where the border lies all around, as it does around a
 * maximum circle, the points can be weighted so that the mean of q is nearly 0. Then the bound is the root of d² + r²
 * instead of d + r, and boxes of a tenth of the circle suffice to distinguish a two-hundredth.
 *
 * @see M. Frank, P. Wolfe, "An algorithm for quadratic programming" (1956), for finding the weights step by step
 */
export function maxDepthBoundM({ numbers, count }: NearestPoints, halfWidth: number, halfHeight: number): number {
  const radiusSquare = halfWidth * halfWidth + halfHeight * halfHeight;
  const reach = 2 * Math.sqrt(radiusSquare);
  let nearest = 0;
  for (let at = POINT_SIZE; at < POINT_SIZE * count; at += POINT_SIZE) {
    if (numbers[at + 2] < numbers[nearest + 2]) nearest = at;
  }
  let x = numbers[nearest];
  let y = numbers[nearest + 1];
  let square = numbers[nearest + 2];
  for (let step = 0; step < MAX_STEPS; step++) {
    const length = Math.sqrt(x * x + y * y);
    if (length === 0) break;
    // The point nearest to the corner that is farthest from the mean.
    const towardX = (reach * x) / length;
    const towardY = (reach * y) / length;
    const now = square + reach * length;
    let min = now * (1 - MIN_GAIN);
    let best = -1;
    for (let at = 0; at < POINT_SIZE * count; at += POINT_SIZE) {
      const value = numbers[at + 2] + towardX * numbers[at] + towardY * numbers[at + 1];
      if (value >= min) continue;
      min = value;
      best = at;
    }
    if (best === -1) break;
    const dx = numbers[best] - x;
    const dy = numbers[best + 1] - y;
    const dSquare = numbers[best + 2] - square;
    const share = lineSearchStep(x, y, dx, dy, -dSquare / reach);
    x += share * dx;
    y += share * dy;
    square += share * dSquare;
  }
  return Math.sqrt(square + 2 * (halfWidth * Math.abs(x) + halfHeight * Math.abs(y)) + radiusSquare);
}

// The share of the way (dx, dy), 0 to 1, that minimises the length of (x, y) minus `gain` times the share.
function lineSearchStep(x: number, y: number, dx: number, dy: number, gain: number): number {
  const wholeSquare = dx * dx + dy * dy;
  if (gain * gain >= wholeSquare) return 1;
  const along = x * dx + y * dy;
  const apart = Math.abs(x * dy - y * dx);
  const share = ((gain * apart) / Math.sqrt(wholeSquare - gain * gain) - along) / wholeSquare;
  return Math.min(1, Math.max(0, share));
}

/** An outline near a box: the depth of the box's centre in it, metres, and the groups within reach, the nearest first. */
export interface NearbyEdges {
  readonly edgeGroups: EdgeGroups;
  readonly groups: readonly number[];
  readonly depthM: number;
  /** 1 where the region lies to the left of its edges, -1 to the right. */
  readonly side: 1 | -1;
}

/** A box by its centre and half its sides, metres in the scale of its centre, and the reach of edges that matter in it. */
export interface HalfBox extends Reach {
  readonly centre: DistanceQuery;
  readonly halfWidthM: number;
  readonly halfHeightM: number;
  /** The most that the scale changes in the region, as a share. */
  readonly scaleVariation: number;
}

/**
 * Upper bound of the depth of any point in a box between two borders that face each other, metres: a point far from one is
 * near the other. Infinite where the borders do not face each other, or where the bound would not be below `minDepthM`.
 *
 *     ──────────────   a point moved towards one border comes nearer to it by as much
 *       p   ↕   c      as it leaves the other: the sum of both depths is that of the centre
 *     ──────────────
 *
 * For long slivers of straight edges this holds in boxes much larger than they are wide.
 */
export function facingEdgesBoundM(one: NearbyEdges, other: NearbyEdges, box: HalfBox, minDepthM: number): number {
  const { centre, halfWidthM, halfHeightM, scaleVariation } = box;
  if (one.groups.length === 0 || other.groups.length === 0) return Number.POSITIVE_INFINITY;
  const radius = Math.sqrt(halfWidthM * halfWidthM + halfHeightM * halfHeightM);
  const p = edgeNormal(one, nearestEdge(one), centre);
  const q = edgeNormal(other, nearestEdge(other), centre);
  const across = halfWidthM * Math.abs(p.x + q.x) + halfHeightM * Math.abs(p.y + q.y);
  const sum = one.depthM + other.depthM + across;
  if (sum / 2 > minDepthM) return Number.POSITIVE_INFINITY;
  return (sum + (angularSpread(one, p, box) + angularSpread(other, q, box) + 4 * scaleVariation) * radius) / 2;
}

interface Direction {
  readonly x: number;
  readonly y: number;
}

function nearestEdge({ edgeGroups, groups }: NearbyEdges): number {
  return edgeGroups.nearestEdges[groups[0]];
}

// The unit vector from an edge into the region, on the ground.
function edgeNormal({ edgeGroups, side }: NearbyEdges, edge: number, { scaleX, scaleY }: DistanceQuery): Direction {
  const dx = (edgeGroups.edges[4 * edge + 2] - edgeGroups.edges[4 * edge]) * scaleX;
  const dy = (edgeGroups.edges[4 * edge + 3] - edgeGroups.edges[4 * edge + 1]) * scaleY;
  const length = Math.sqrt(dx * dx + dy * dy) * side;
  return { x: -dy / length, y: dx / length };
}

// The most that another edge's normal differs from one (length of the difference); infinite from a right angle on, because
// the normals at a corner lie between those of its edges only while no edge is turned that far.
function angularSpread(edges: NearbyEdges, from: Direction, box: HalfBox): number {
  let minCosine = 1;
  for (let i = 0; i < edges.groups.length && minCosine > 0; i++) {
    const group = edges.groups[i];
    const end = groupEnd(edges.edgeGroups, group);
    for (let edge = group * GROUP_SIZE; edge < end; edge++) {
      const { x, y } = edgeNormal(edges, edge, box.centre);
      const cosine = from.x * x + from.y * y;
      // Few edges are turned more than those before them: only these are tested for distance.
      if (cosine < minCosine && mayBeWithinReach(edges.edgeGroups, edge, box.centre, box)) minCosine = cosine;
    }
  }
  return minCosine > 0 ? Math.sqrt(2 - 2 * minCosine) : Number.POSITIVE_INFINITY;
}
