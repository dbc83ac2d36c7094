import { floatAt } from "../geometry/element.js";
import { GROUP_SIZE, groupEnd, type Outline } from "./outline.js";

/** Where a distance is measured from and how far it matters. */
export interface DepthQuestion {
  readonly x: number;
  readonly y: number;
  /** Metres on the ground per metre of the plane at the place. */
  readonly eastward: number;
  readonly northward: number;
  /** A distance of no more than this is as good as this. */
  readonly leastM: number;
}

/**
 * Distance to the nearest of some groups of edges, in the scale given, metres; infinite for none. It is looked for only
 * as long as it may be more than `leastM`: as soon as an edge is that near, the answer is `leastM`.
 *
 * @param groups the first is likely the nearest; most others are then seen to be farther by their boxes.
 */
export function depthIn(outline: Outline, groups: readonly number[], question: DepthQuestion): number {
  const { groupSquares, isMeasured } = outline;
  const { leastM } = question;
  const enough = leastM > 0 ? leastM * leastM : -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    const square = squareToBox(outline, group, question);
    groupSquares[group] = square;
    isMeasured[group] = 0;
    if (square >= least) continue;
    measureGroup(outline, group, question);
    least = Math.min(least, floatAt(groupSquares, group));
    if (least <= enough) return leastM;
  }
  return Math.sqrt(least);
}

// A millionth more, so that rounding leaves nothing out.
const ROUNDING = 1 + 1e-6;

/** How far from the point the edges are that matter, metres. */
export interface Reach {
  readonly reachM: number;
}

/** Whether an edge may be within reach of the point: its box is. */
export function mayBeWithin(outline: Outline, edge: number, question: DepthQuestion, { reachM }: Reach): boolean {
  const { edges } = outline;
  const { x, y, eastward, northward } = question;
  const px = floatAt(edges, 4 * edge) - x;
  const py = floatAt(edges, 4 * edge + 1) - y;
  const qx = floatAt(edges, 4 * edge + 2) - x;
  const qy = floatAt(edges, 4 * edge + 3) - y;
  const dx = Math.max(Math.min(px, qx), -Math.max(px, qx), 0) * eastward;
  const dy = Math.max(Math.min(py, qy), -Math.max(py, qy), 0) * northward;
  return dx * dx + dy * dy <= reachM * reachM * ROUNDING;
}

/**
 * Those of the groups last asked about that are within reach of the point, the nearest first.
 *
 * @param isEachMeasured whether the place nearest to the point is to be known of each.
 */
export function groupsWithin(
  outline: Outline,
  groups: readonly number[],
  question: DepthQuestion,
  { reachM, isEachMeasured }: Reach & { readonly isEachMeasured: boolean },
): readonly number[] {
  const { groupSquares, isMeasured } = outline;
  const most = reachM * reachM * ROUNDING;
  const within: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    if (floatAt(groupSquares, group) > most) continue;
    if (isEachMeasured && isMeasured[group] === 0) {
      measureGroup(outline, group, question);
      if (floatAt(groupSquares, group) > most) continue;
    }
    within.push(group);
    if (isMeasured[group] === 0 || floatAt(groupSquares, group) >= least) continue;
    least = floatAt(groupSquares, group);
    within[within.length - 1] = within[0] as number;
    within[0] = group;
  }
  return within;
}

function squareToBox({ groupBoxes }: Outline, group: number, { x, y, eastward, northward }: DepthQuestion): number {
  const west = floatAt(groupBoxes, 4 * group);
  const south = floatAt(groupBoxes, 4 * group + 1);
  const east = floatAt(groupBoxes, 4 * group + 2);
  const north = floatAt(groupBoxes, 4 * group + 3);
  const dx = Math.max(west - x, x - east, 0) * eastward;
  const dy = Math.max(south - y, y - north, 0) * northward;
  return dx * dx + dy * dy;
}

// Looks for the place of a group that is nearest to the point.
function measureGroup(outline: Outline, group: number, { x, y, eastward, northward }: DepthQuestion): void {
  const { edges } = outline;
  const end = groupEnd(outline, group);
  let least = Number.POSITIVE_INFINITY;
  let footEdge = 0;
  for (let edge = group * GROUP_SIZE; edge < end; edge++) {
    const at = 4 * edge;
    const px = (floatAt(edges, at) - x) * eastward;
    const py = (floatAt(edges, at + 1) - y) * northward;
    const qx = (floatAt(edges, at + 2) - x) * eastward;
    const qy = (floatAt(edges, at + 3) - y) * northward;
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
    if (square >= least) continue;
    least = square;
    footEdge = edge;
  }
  const at = 4 * footEdge;
  const px = (floatAt(edges, at) - x) * eastward;
  const py = (floatAt(edges, at + 1) - y) * northward;
  const dx = (floatAt(edges, at + 2) - x) * eastward - px;
  const dy = (floatAt(edges, at + 3) - y) * northward - py;
  const along = -(px * dx + py * dy);
  const whole = dx * dx + dy * dy;
  const share = along > 0 ? Math.min(1, along / whole) : 0;
  outline.groupSquares[group] = least;
  outline.isMeasured[group] = 1;
  outline.footEdges[group] = footEdge;
  outline.feet[2 * group] = px + share * dx;
  outline.feet[2 * group + 1] = py + share * dy;
}
