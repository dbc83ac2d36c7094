import { type EqualAreaPlane, eastwardScale } from "../geometry/equal-area-plane.js";
import { mostBetweenM } from "./facing-borders.js";
import { heapOf } from "./max-heap.js";
import { outlineOf } from "./outline.js";
import { isOddlyCrossed } from "./outline-crossings.js";
import { depthIn, groupsWithin } from "./outline-depth.js";
import { addPlaces, mostDepthM, roomForPlaces } from "./places-about.js";
import type { PlaneBox } from "./plane-box.js";
import type { RegionSide } from "./region-side.js";

/** What a region is made of two sides: what both hold, or what the second holds and the first does not. */
export type RegionKind = "BOTH" | "SECOND_ONLY";

/** Those edges of the sides that bound a region, where many do not because both sides have them. */
export interface RegionBounds {
  readonly edges: Float64Array;
  /**
   * The ends of an edge that both sides have may be so far apart, metres. What lies between is no wider, at most
   * `PRECISION_M`, and is not looked for.
   */
  readonly unseenM: number;
}

/** A region inside a box. */
export interface Region {
  readonly kind: RegionKind;
  readonly first: RegionSide;
  readonly second: RegionSide;
  /** null when all edges of both sides bound the region. */
  readonly bounds: RegionBounds | null;
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
  /** The groups of each side's edges within its reach, and of those that bound the region. */
  readonly nearFirst: readonly number[];
  readonly nearSecond: readonly number[];
  readonly nearBounds: readonly number[];
  /** How far its middle is from either border, in its own scale, and whether it lies in either side. */
  readonly fromFirstM: number;
  readonly fromSecondM: number;
  readonly inFirst: boolean;
  readonly inSecond: boolean;
}

/**
 * Diameter of the largest circle that fits in a region, metres on the ground; 0 for an empty region.
 *
 * The shape of the region is never made: how deep a point lies in it follows from how deep it lies in each side. That
 * depth changes by no more than a metre a metre, so a box with a middle d deep and a half-diagonal of r holds nothing
 * deeper than d + r, and often much less (`mostDepthM`, `mostBetweenM`). The boxes with the most promise are halved until
 * none promises more than was found. Each box hands on only those edges that may be the nearest to something in it, and
 * its middle's side of them. Distances are measured in the scale of each middle's own latitude.
 *
 * @see D. Garcia-Castellanos, U. Lombardo, "Poles of inaccessibility" (2007), and Mapbox polylabel (2016) for the boxes
 */
export function widestCircleM(region: Region): number {
  return 2 * deepestM(region, { leastM: 0, enoughM: Number.POSITIVE_INFINITY });
}

/**
 * Whether a circle of more than a diameter fits in a region; one that is wider by no more than the precision may be
 * missed. Quicker than to measure the widest: boxes that promise no more are never halved, and the first find ends it.
 */
export function holdsWiderCircle(region: Region, diameterM: number): boolean {
  const radiusM = diameterM / 2;
  return deepestM(region, { leastM: radiusM, enoughM: radiusM }) > radiusM;
}

interface Search {
  /** Nothing that is no deeper than this is looked for, metres… */
  readonly leastM: number;
  /** …and whatever is deeper than this ends the search. */
  readonly enoughM: number;
}

// How deep the deepest place found is, metres; `leastM` where none is deeper.
function deepestM({ kind, first, second, bounds, box, plane }: Region, search: Search): number {
  const width = box.east - box.west;
  const height = box.north - box.south;
  if (!(width > 0 && height > 0)) return search.leastM;
  const middleX = (box.west + box.east) / 2;
  const middleY = (box.south + box.north) / 2;
  const scales = [eastwardScale(plane, box.south), eastwardScale(plane, middleY), eastwardScale(plane, box.north)];
  const scaleAt = parabola(box.south, box.north, scales);
  // How far the scale changes in the whole box, and per metre of height, as a share; twice the mean slope is enough.
  const drift = Math.max(...scales) / Math.min(...scales) - 1 + 1e-9;
  const slope = (2 * drift) / height;

  const outlineOne = outlineOf(first.edges);
  const outlineTwo = outlineOf(second.edges);
  const unseenM = bounds?.unseenM ?? 0;
  const outlineBounds = bounds === null ? null : outlineOf(bounds.edges);
  const sideOne = kind === "BOTH" ? 1 : -1;
  const places = roomForPlaces([outlineOne, outlineTwo]);
  const step = new Float64Array(4);
  const queue = heapOf<Cell>();
  let best = search.leastM;

  const consider = (x: number, y: number, halfWidth: number, halfHeight: number, from: Cell): void => {
    const scale = scaleAt(y);
    const halfWidthM = halfWidth * scale;
    const halfHeightM = halfHeight / scale;
    const radius = Math.sqrt(halfWidthM * halfWidthM + halfHeightM * halfHeightM);
    const stretch = 1 + slope * halfHeight;
    // A middle that is no deeper than this neither is the best nor promises it.
    const leastM = Math.min(best, enough(best) / stretch - radius);
    const question = { x, y, eastward: scale, northward: 1 / scale, leastM };
    const fromFirstM = depthIn(outlineOne, from.nearFirst, question);
    if (fromFirstM === leastM) return;
    const fromSecondM = depthIn(outlineTwo, from.nearSecond, question);
    if (fromSecondM === leastM) return;
    let fromBoundsM = 0;
    if (outlineBounds !== null) {
      fromBoundsM = depthIn(outlineBounds, from.nearBounds, question);
      if (fromBoundsM === leastM) return;
    }

    step[0] = from.x;
    step[1] = from.y;
    step[2] = x;
    step[3] = y;
    const stepM = Math.abs(x - from.x) * scaleAt(from.y) + Math.abs(y - from.y) / scaleAt(from.y);
    // A border that is farther away than the step is long is not crossed.
    const mayCrossFirst = from.fromFirstM <= stepM * ROUNDING;
    const mayCrossSecond = from.fromSecondM <= stepM * ROUNDING;
    const inFirst = from.inFirst !== (mayCrossFirst && isOddlyCrossed(outlineOne, from.nearFirst, step));
    const inSecond = from.inSecond !== (mayCrossSecond && isOddlyCrossed(outlineTwo, from.nearSecond, step));
    const depthOne = inFirst === (kind === "BOTH") ? fromFirstM : -fromFirstM;
    const depthTwo = inSecond ? fromSecondM : -fromSecondM;
    const shallower = Math.min(depthOne, depthTwo);
    // Who is outside has to pass what bounds the region.
    const depth = shallower > 0 ? shallower : Math.min(shallower, unseenM - fromBoundsM);
    if (depth > best) best = depth;
    let promise = (depth + radius) * stretch;
    if (promise <= enough(best)) return;

    // The groups' nearest places can bring the promise down to this at best: they are looked for where that is enough.
    const nearestM = Math.min(fromFirstM, fromSecondM);
    const leastPromise = Math.sqrt(nearestM * nearestM + radius * radius) * stretch;
    const isEachMeasured = radius < nearestM && leastPromise <= enough(best);
    // What is farther than the nearer border by more is nowhere in the box the nearer one, whatever the scale there.
    const reachM = (nearestM + radius) * stretch * stretch + radius;
    const nearFirst = groupsWithin(outlineOne, from.nearFirst, question, { reachM, isEachMeasured });
    const nearSecond = groupsWithin(outlineTwo, from.nearSecond, question, { reachM, isEachMeasured });
    if (isEachMeasured) {
      places.count = 0;
      addPlaces(places, outlineOne, nearFirst);
      addPlaces(places, outlineTwo, nearSecond);
      promise = Math.min(promise, mostDepthM(places, halfWidthM, halfHeightM) * stretch);
      if (promise <= enough(best)) return;
    }
    const between = mostBetweenM(
      { outline: outlineOne, groups: nearFirst, depthM: depthOne, side: sideOne },
      { outline: outlineTwo, groups: nearSecond, depthM: depthTwo, side: 1 },
      { middle: question, halfWidthM, halfHeightM, reachM, drift },
      enough(best) / stretch,
    );
    promise = Math.min(promise, between * stretch);
    if (promise <= enough(best)) return;
    const nearBounds =
      outlineBounds === null
        ? []
        : groupsWithin(outlineBounds, from.nearBounds, question, {
            reachM: (fromBoundsM + radius) * stretch * stretch + radius,
            isEachMeasured: false,
          });
    queue.push(
      { x, y, halfWidth, halfHeight, nearFirst, nearSecond, nearBounds, fromFirstM, fromSecondM, inFirst, inSecond },
      promise,
    );
  };

  const whole: Cell = {
    x: middleX,
    y: middleY,
    halfWidth: width / 2,
    halfHeight: height / 2,
    nearFirst: outlineOne.all,
    nearSecond: outlineTwo.all,
    nearBounds: outlineBounds?.all ?? [],
    fromFirstM: 0,
    fromSecondM: 0,
    inFirst: first.holdsMiddle,
    inSecond: second.holdsMiddle,
  };
  consider(middleX, middleY, width / 2, height / 2, whole);
  for (;;) {
    const promise = queue.highest();
    const cell = queue.pop();
    if (cell === null || promise <= enough(best) || best > search.enoughM) return best;
    const { x, y, halfWidth, halfHeight } = cell;
    const scale = scaleAt(y);
    if (halfWidth * scale > halfHeight / scale) {
      consider(x - halfWidth / 2, y, halfWidth / 2, halfHeight, cell);
      consider(x + halfWidth / 2, y, halfWidth / 2, halfHeight, cell);
    } else {
      consider(x, y - halfHeight / 2, halfWidth, halfHeight / 2, cell);
      consider(x, y + halfHeight / 2, halfWidth, halfHeight / 2, cell);
    }
  }
}

// A billionth more, so that no step ends on a border unseen.
const ROUNDING = 1 + 1e-9;

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
