import { floatAt, intAt } from "../geometry/element.js";
import { GROUP_SIZE, groupEnd, type Outline } from "./outline.js";
import { type DepthQuestion, mayBeWithin, type Reach } from "./outline-depth.js";

/** An outline near a box: how deep the box's middle lies in it, metres, and the groups within reach, the nearest first. */
export interface BorderNear {
  readonly outline: Outline;
  readonly groups: readonly number[];
  readonly depthM: number;
  /** 1 where the region lies to the left of its edges, -1 to the right. */
  readonly side: 1 | -1;
}

/** A box by its middle and half its sides, metres in the scale of its middle, and how far the edges are that matter in it. */
export interface HalfBox extends Reach {
  readonly middle: DepthQuestion;
  readonly halfWidthM: number;
  readonly halfHeightM: number;
  /** How much the scale changes at most, as a share. */
  readonly drift: number;
}

/**
 * How deep anything in a box lies between two borders at most, metres: what is far from the one is near the other where
 * they face each other. Infinite where they do not, or where this would not be less than `leastM`.
 *
 *     ──────────────   a point moved towards one border comes nearer to it by as much
 *       p   ↕   c      as it leaves the other: the sum of both depths is that of the middle
 *     ──────────────
 *
 * For long slivers of straight edges this holds in boxes much larger than they are wide.
 */
export function mostBetweenM(one: BorderNear, other: BorderNear, box: HalfBox, leastM: number): number {
  const { middle, halfWidthM, halfHeightM, drift } = box;
  if (one.groups.length === 0 || other.groups.length === 0) return Number.POSITIVE_INFINITY;
  const radius = Math.sqrt(halfWidthM * halfWidthM + halfHeightM * halfHeightM);
  const p = normal(one, nearestEdge(one), middle);
  const q = normal(other, nearestEdge(other), middle);
  const across = halfWidthM * Math.abs(p.x + q.x) + halfHeightM * Math.abs(p.y + q.y);
  const sum = one.depthM + other.depthM + across;
  if (sum / 2 > leastM) return Number.POSITIVE_INFINITY;
  return (sum + (spread(one, p, box) + spread(other, q, box) + 4 * drift) * radius) / 2;
}

interface Direction {
  readonly x: number;
  readonly y: number;
}

function nearestEdge({ outline, groups }: BorderNear): number {
  return intAt(outline.footEdges, groups[0] as number);
}

// The unit vector from an edge into the region, on the ground.
function normal({ outline, side }: BorderNear, edge: number, { eastward, northward }: DepthQuestion): Direction {
  const dx = (floatAt(outline.edges, 4 * edge + 2) - floatAt(outline.edges, 4 * edge)) * eastward;
  const dy = (floatAt(outline.edges, 4 * edge + 3) - floatAt(outline.edges, 4 * edge + 1)) * northward;
  const length = Math.sqrt(dx * dx + dy * dy) * side;
  return { x: -dy / length, y: dx / length };
}

// How much at most another edge's normal differs from one (length of the difference); infinite from a right angle on, as
// the normals of a corner's points lie between those of its edges only as long as none is turned by as much.
function spread(border: BorderNear, from: Direction, box: HalfBox): number {
  let leastCosine = 1;
  for (let i = 0; i < border.groups.length && leastCosine > 0; i++) {
    const group = border.groups[i] as number;
    const end = groupEnd(border.outline, group);
    for (let edge = group * GROUP_SIZE; edge < end; edge++) {
      const { x, y } = normal(border, edge, box.middle);
      const cosine = from.x * x + from.y * y;
      // Few are turned more than those before them: whether they are near is asked of these alone.
      if (cosine < leastCosine && mayBeWithin(border.outline, edge, box.middle, box)) leastCosine = cosine;
    }
  }
  return leastCosine > 0 ? Math.sqrt(2 - 2 * leastCosine) : Number.POSITIVE_INFINITY;
}
