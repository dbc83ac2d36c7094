import { type EqualAreaPlane, eastwardScale } from "../geometry/equal-area-plane.js";
import { heapOf } from "./max-heap.js";
import { depthIn, isOddlyCrossed, type NearEdges, nearEdges, type Outline, outlineOf } from "./outline-depth.js";
import type { PlaneBox } from "./plane-box.js";
import type { RegionSide } from "./region-side.js";

/** What a region is made of two sides: what both hold, or what the second holds and the first does not. */
export type RegionKind = "BOTH" | "SECOND_ONLY";

/** A region inside a box. */
export interface Region {
  readonly kind: RegionKind;
  readonly first: RegionSide;
  readonly second: RegionSide;
  readonly box: PlaneBox;
  readonly plane: EqualAreaPlane;
}

/** The search stops when the diameter can be no more than this longer, metres… */
export const PRECISION_M = 1;
/** …or this share longer, whichever is more. */
export const PRECISION_SHARE = 0.005;

/** A box of the search, with what is known of both sides from the box that it is half of. */
interface Cell {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly nearFirst: NearEdges;
  readonly nearSecond: NearEdges;
  /** A place within reach of those edges and whether it lies in either side. */
  readonly knownX: number;
  readonly knownY: number;
  readonly inFirst: boolean;
  readonly inSecond: boolean;
}

/**
 * Diameter of the largest circle that fits in a region, metres on the ground; 0 for an empty region.
 *
 * The shape of the region is never made: how deep a point lies in it follows from how deep it lies in each side. That
 * depth changes by no more than a metre a metre, so a box with a middle d deep and a half-diagonal of r holds nothing
 * deeper than d + r, and the boxes with the most promise are halved until none promises more than was found. Each box
 * hands on only those edges that may be the nearest to something in it, and its middle's side of them. Distances are
 * measured in the scale of each middle's own latitude.
 *
 * @see D. Garcia-Castellanos, U. Lombardo, "Poles of inaccessibility" (2007), and Mapbox polylabel (2016) for the boxes
 */
export function widestCircleM({ kind, first, second, box, plane }: Region): number {
  const width = box.east - box.west;
  const height = box.north - box.south;
  if (!(width > 0 && height > 0)) return 0;
  const middleY = (box.south + box.north) / 2;
  const scales = [eastwardScale(plane, box.south), eastwardScale(plane, middleY), eastwardScale(plane, box.north)];
  const scaleAt = parabola(box.south, box.north, scales);
  // How far the scale changes in the whole box, and per metre of height, as a share; twice the mean slope is enough.
  const drift = Math.max(...scales) / Math.min(...scales) - 1 + 1e-9;
  const slope = (2 * drift) / height;

  const outlines: readonly [Outline, Outline] = [
    outlineOf(first.edges, scaleAt(middleY), kind === "SECOND_ONLY"),
    outlineOf(second.edges, scaleAt(middleY), false),
  ];
  const queue = heapOf<Cell>();
  let best = 0;
  const consider = (cell: Cell): void => {
    const scale = scaleAt(cell.y);
    const halfWidth = cell.halfWidth * scale;
    const halfHeight = cell.halfHeight / scale;
    const radius = Math.sqrt(halfWidth * halfWidth + halfHeight * halfHeight);
    const stretch = 1 + slope * cell.halfHeight;
    // A middle that is no deeper than this neither is the best nor promises it.
    const least = Math.min(best, enough(best) / stretch - radius);
    const { x, y, knownX, knownY } = cell;
    const question = { x, y, scale, leastM: least };
    const one = depthIn(outlines[0], cell.nearFirst, question);
    if (one === least) return;
    const two = depthIn(outlines[1], cell.nearSecond, question);
    if (two === least) return;
    const inFirst = cell.inFirst !== isOddlyCrossed(outlines[0], cell.nearFirst, knownX, knownY, x, y);
    const inSecond = cell.inSecond !== isOddlyCrossed(outlines[1], cell.nearSecond, knownX, knownY, x, y);
    const depthOne = inFirst === (kind === "BOTH") ? one : -one;
    const depthTwo = inSecond ? two : -two;
    const depth = Math.min(depthOne, depthTwo);
    if (depth > best) best = depth;
    let promise = (depth + radius) * stretch;
    if (promise <= enough(best)) return;

    const nearFirst = nearEdges(outlines[0], cell.nearFirst, question, one + 2 * radius);
    const nearSecond = nearEdges(outlines[1], cell.nearSecond, question, two + 2 * radius);
    if (nearFirst.spread + nearSecond.spread < MOST_SPREAD) {
      const across =
        halfWidth * Math.abs(nearFirst.normalX + nearSecond.normalX) +
        halfHeight * Math.abs(nearFirst.normalY + nearSecond.normalY);
      const spread = nearFirst.spread + nearSecond.spread + 4 * drift;
      promise = Math.min(promise, ((depthOne + depthTwo + across + spread * radius) / 2) * stretch);
      if (promise <= enough(best)) return;
    }
    const { halfWidth: ownHalfWidth, halfHeight: ownHalfHeight } = cell;
    queue.push(
      {
        x,
        y,
        halfWidth: ownHalfWidth,
        halfHeight: ownHalfHeight,
        nearFirst,
        nearSecond,
        knownX: x,
        knownY: y,
        inFirst,
        inSecond,
      },
      promise,
    );
  };

  consider({
    x: (box.west + box.east) / 2,
    y: middleY,
    halfWidth: width / 2,
    halfHeight: height / 2,
    nearFirst: outlines[0].all,
    nearSecond: outlines[1].all,
    knownX: (box.west + box.east) / 2,
    knownY: middleY,
    inFirst: first.holdsMiddle,
    inSecond: second.holdsMiddle,
  });
  for (;;) {
    const promise = queue.highest();
    const cell = queue.pop();
    if (cell === null || promise <= enough(best)) return 2 * best;
    const scale = scaleAt(cell.y);
    const isWide = cell.halfWidth * scale > cell.halfHeight / scale;
    const halfWidth = isWide ? cell.halfWidth / 2 : cell.halfWidth;
    const halfHeight = isWide ? cell.halfHeight : cell.halfHeight / 2;
    for (let side = -1; side <= 1; side += 2) {
      const x = isWide ? cell.x + side * halfWidth : cell.x;
      const y = isWide ? cell.y : cell.y + side * halfHeight;
      consider({
        x,
        y,
        halfWidth,
        halfHeight,
        nearFirst: cell.nearFirst,
        nearSecond: cell.nearSecond,
        knownX: cell.x,
        knownY: cell.y,
        inFirst: cell.inFirst,
        inSecond: cell.inSecond,
      });
    }
  }
}

// Beyond this the bound from both sides together is no better than that from each.
const MOST_SPREAD = 2;

// A radius that more need not be looked for than.
function enough(bestRadius: number): number {
  return bestRadius + Math.max(PRECISION_M / 2, bestRadius * PRECISION_SHARE);
}

// The parabola through three values at the ends and the middle: the scale of England's latitudes to a millionth.
function parabola(
  south: number,
  north: number,
  [low = 1, middle = 1, high = 1]: readonly number[],
): (y: number) => number {
  const bend = 2 * (low - 2 * middle + high);
  const rise = 4 * middle - 3 * low - high;
  return (y) => {
    const t = (y - south) / (north - south);
    return low + t * (rise + t * bend);
  };
}
