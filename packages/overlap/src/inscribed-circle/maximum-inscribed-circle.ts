import type { PlaneBox } from "../predicates/bbox.js";
import { type EqualAreaProjection, scaleFactor } from "../projection/cylindrical-equal-area.js";
import { allocateNearestPoints, collectNearestPoints, facingEdgesBoundM, maxDepthBoundM } from "./depth-bounds.js";
import { crossesOddly, distanceToEdges, groupEdges, groupsWithinReach } from "./distance-to-edges.js";
import type { RegionOperand } from "./region-operand.js";

/** What a region is made of two sides: what both hold, or what the second holds and the first does not. */
export type RegionKind = "INTERSECTION" | "DIFFERENCE";

/** Those edges of the sides that bound a region, where many do not because both sides have them. */
export interface RegionBounds {
  readonly edges: Float64Array;
  /**
   * The ends of an edge that both sides have may be so far apart, metres. What lies between is no wider, at most
   * `PRECISION_M`, and is not looked for.
   */
  readonly toleranceM: number;
}

/** A region inside a box. */
export interface Region {
  readonly kind: RegionKind;
  readonly first: RegionOperand;
  readonly second: RegionOperand;
  /** null when all edges of both sides bound the region. */
  readonly bounds: RegionBounds | null;
  readonly box: PlaneBox;
  readonly projection: EqualAreaProjection;
}

/** The search stops when the diameter can be no more than this longer, metres… */
export const PRECISION_M = 1;
/** …or this share longer, whichever is more. */
export const PRECISION_SHARE = 0.005;

/** A box of the search, with what is known of both sides from the box that it is half of. */
interface SearchBox {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** The groups of each side's edges within its reach, and of those that bound the region. */
  readonly nearFirst: readonly number[];
  readonly nearSecond: readonly number[];
  readonly nearBounds: readonly number[];
  /** How far its middle is from either border, in its own scale, and whether it lies in either side. */
  readonly distanceToFirstM: number;
  readonly distanceToSecondM: number;
  readonly inFirst: boolean;
  readonly inSecond: boolean;
}

/**
 * Diameter of the largest circle that fits in a region, metres on the ground; 0 for an empty region.
 *
 * The shape of the region is never made: how deep a point lies in it follows from how deep it lies in each side. That
 * depth changes by no more than a metre a metre, so a box with a middle d deep and a half-diagonal of r holds nothing
 * deeper than d + r, and often much less (`maxDepthBoundM`, `facingEdgesBoundM`). The boxes with the most promise are halved until
 * none promises more than was found. Each box hands on only those edges that may be the nearest to something in it, and
 * its middle's side of them. Distances are measured in the scale of each middle's own latitude.
 *
 * @see D. Garcia-Castellanos, U. Lombardo, "Poles of inaccessibility" (2007), and Mapbox polylabel (2016) for the boxes
 */
export function inscribedCircleDiameterM(region: Region): number {
  return 2 * inscribedRadiusM(region, { minRadiusM: 0, stopRadiusM: Number.POSITIVE_INFINITY });
}

/**
 * Whether a circle of more than a diameter fits in a region; one that is wider by no more than the precision may be
 * missed. Quicker than to measure the widest: boxes that promise no more are never halved, and the first find ends it.
 */
export function isInscribedCircleWider(region: Region, diameterM: number): boolean {
  const radiusM = diameterM / 2;
  return inscribedRadiusM(region, { minRadiusM: radiusM, stopRadiusM: radiusM }) > radiusM;
}

interface SearchLimits {
  /** Nothing that is no deeper than this is looked for, metres… */
  readonly minRadiusM: number;
  /** …and whatever is deeper than this ends the search. */
  readonly stopRadiusM: number;
}

// How deep the deepest place found is, metres; `minRadiusM` where none is deeper.
function inscribedRadiusM({ kind, first, second, bounds, box, projection }: Region, search: SearchLimits): number {
  const width = box.east - box.west;
  const height = box.north - box.south;
  if (!(width > 0 && height > 0)) return search.minRadiusM;
  const centreX = (box.west + box.east) / 2;
  const centreY = (box.south + box.north) / 2;
  const scales = [
    scaleFactor(projection, box.south),
    scaleFactor(projection, centreY),
    scaleFactor(projection, box.north),
  ];
  const scaleAt = parabola(box.south, box.north, scales);
  // How far the scale changes in the whole box, and per metre of height, as a share; twice the mean slope is enough.
  const scaleVariation = Math.max(...scales) / Math.min(...scales) - 1 + 1e-9;
  const scaleSlope = (2 * scaleVariation) / height;

  const firstEdges = groupEdges(first.edges);
  const secondEdges = groupEdges(second.edges);
  const toleranceM = bounds?.toleranceM ?? 0;
  const boundEdges = bounds === null ? null : groupEdges(bounds.edges);
  const sideOne = kind === "INTERSECTION" ? 1 : -1;
  const nearestPoints = allocateNearestPoints([firstEdges, secondEdges]);
  const step = new Float64Array(4);
  const queue = heapOf<SearchBox>();
  let best = search.minRadiusM;

  const evaluateBox = (x: number, y: number, halfWidth: number, halfHeight: number, parent: SearchBox): void => {
    const scale = scaleAt(y);
    const halfWidthM = halfWidth * scale;
    const halfHeightM = halfHeight / scale;
    const radius = Math.sqrt(halfWidthM * halfWidthM + halfHeightM * halfHeightM);
    const stretch = 1 + scaleSlope * halfHeight;
    // A middle that is no deeper than this neither is the best nor promises it.
    const cutoffM = Math.min(best, withPrecision(best) / stretch - radius);
    const query = { x, y, scaleX: scale, scaleY: 1 / scale, cutoffM };
    const distanceToFirstM = distanceToEdges(firstEdges, parent.nearFirst, query);
    if (distanceToFirstM === cutoffM) return;
    const distanceToSecondM = distanceToEdges(secondEdges, parent.nearSecond, query);
    if (distanceToSecondM === cutoffM) return;
    let distanceToBoundsM = 0;
    if (boundEdges !== null) {
      distanceToBoundsM = distanceToEdges(boundEdges, parent.nearBounds, query);
      if (distanceToBoundsM === cutoffM) return;
    }

    step[0] = parent.x;
    step[1] = parent.y;
    step[2] = x;
    step[3] = y;
    const stepM = Math.abs(x - parent.x) * scaleAt(parent.y) + Math.abs(y - parent.y) / scaleAt(parent.y);
    // A border that is farther away than the step is long is not crossed.
    const mayCrossFirst = parent.distanceToFirstM <= stepM * ROUNDING;
    const mayCrossSecond = parent.distanceToSecondM <= stepM * ROUNDING;
    const inFirst = parent.inFirst !== (mayCrossFirst && crossesOddly(firstEdges, parent.nearFirst, step));
    const inSecond = parent.inSecond !== (mayCrossSecond && crossesOddly(secondEdges, parent.nearSecond, step));
    const depthOne = inFirst === (kind === "INTERSECTION") ? distanceToFirstM : -distanceToFirstM;
    const depthTwo = inSecond ? distanceToSecondM : -distanceToSecondM;
    const shallower = Math.min(depthOne, depthTwo);
    // Who is outside has to pass what bounds the region.
    const depth = shallower > 0 ? shallower : Math.min(shallower, toleranceM - distanceToBoundsM);
    if (depth > best) best = depth;
    let upperBound = (depth + radius) * stretch;
    if (upperBound <= withPrecision(best)) return;

    // The groups' nearest places can bring the promise down to this at best: they are looked for where that is enough.
    const nearestM = Math.min(distanceToFirstM, distanceToSecondM);
    const minUpperBound = Math.sqrt(nearestM * nearestM + radius * radius) * stretch;
    const isEachMeasured = radius < nearestM && minUpperBound <= withPrecision(best);
    // What is farther than the nearer border by more is nowhere in the box the nearer one, whatever the scale there.
    const reachM = (nearestM + radius) * stretch * stretch + radius;
    const nearFirst = groupsWithinReach(firstEdges, parent.nearFirst, query, { reachM, isEachMeasured });
    const nearSecond = groupsWithinReach(secondEdges, parent.nearSecond, query, { reachM, isEachMeasured });
    if (isEachMeasured) {
      nearestPoints.count = 0;
      collectNearestPoints(nearestPoints, firstEdges, nearFirst);
      collectNearestPoints(nearestPoints, secondEdges, nearSecond);
      upperBound = Math.min(upperBound, maxDepthBoundM(nearestPoints, halfWidthM, halfHeightM) * stretch);
      if (upperBound <= withPrecision(best)) return;
    }
    const between = facingEdgesBoundM(
      { edgeGroups: firstEdges, groups: nearFirst, depthM: depthOne, side: sideOne },
      { edgeGroups: secondEdges, groups: nearSecond, depthM: depthTwo, side: 1 },
      { centre: query, halfWidthM, halfHeightM, reachM, scaleVariation },
      withPrecision(best) / stretch,
    );
    upperBound = Math.min(upperBound, between * stretch);
    if (upperBound <= withPrecision(best)) return;
    const nearBounds =
      boundEdges === null
        ? []
        : groupsWithinReach(boundEdges, parent.nearBounds, query, {
            reachM: (distanceToBoundsM + radius) * stretch * stretch + radius,
            isEachMeasured: false,
          });
    queue.push(
      {
        x,
        y,
        halfWidth,
        halfHeight,
        nearFirst,
        nearSecond,
        nearBounds,
        distanceToFirstM,
        distanceToSecondM,
        inFirst,
        inSecond,
      },
      upperBound,
    );
  };

  const whole: SearchBox = {
    x: centreX,
    y: centreY,
    halfWidth: width / 2,
    halfHeight: height / 2,
    nearFirst: firstEdges.allGroups,
    nearSecond: secondEdges.allGroups,
    nearBounds: boundEdges?.allGroups ?? [],
    distanceToFirstM: 0,
    distanceToSecondM: 0,
    inFirst: first.containsCentre,
    inSecond: second.containsCentre,
  };
  evaluateBox(centreX, centreY, width / 2, height / 2, whole);
  for (;;) {
    const upperBound = queue.highest();
    const searchBox = queue.pop();
    if (searchBox === null || upperBound <= withPrecision(best) || best > search.stopRadiusM) return best;
    const { x, y, halfWidth, halfHeight } = searchBox;
    const scale = scaleAt(y);
    if (halfWidth * scale > halfHeight / scale) {
      evaluateBox(x - halfWidth / 2, y, halfWidth / 2, halfHeight, searchBox);
      evaluateBox(x + halfWidth / 2, y, halfWidth / 2, halfHeight, searchBox);
    } else {
      evaluateBox(x, y - halfHeight / 2, halfWidth, halfHeight / 2, searchBox);
      evaluateBox(x, y + halfHeight / 2, halfWidth, halfHeight / 2, searchBox);
    }
  }
}

// A billionth more, so that no step ends on a border unseen.
const ROUNDING = 1 + 1e-9;

// A radius that more need not be looked for than.
function withPrecision(bestRadiusM: number): number {
  return bestRadiusM + Math.max(PRECISION_M / 2, bestRadiusM * PRECISION_SHARE);
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

const MIN_DIAMETER_M = 1; // thickness is measured to a metre

/** Whether so many square metres have room for a circle of a diameter. Where they have not, nobody need look for one. */
export function canContainCircle(areaM2: number, diameterM = MIN_DIAMETER_M): boolean {
  return areaM2 >= (Math.PI / 4) * Math.max(MIN_DIAMETER_M, diameterM) ** 2;
}

/** Items by priority, the highest first. */
export interface MaxHeap<Item> {
  push(item: Item, priority: number): void;
  /** The highest priority; minus infinity when empty. */
  highest(): number;
  /** Takes the item with the highest priority out; null when empty. */
  pop(): Item | null;
}

/** An empty binary heap. */
export function heapOf<Item>(): MaxHeap<Item> {
  const heap: { readonly item: Item; readonly priority: number }[] = [];

  return {
    push(item, priority) {
      const added = { item, priority };
      let place = heap.length;
      heap.push(added);
      while (place > 0) {
        const parentPlace = (place - 1) >> 1;
        const parent = heap[parentPlace];
        if (parent === undefined || parent.priority >= priority) break;
        heap[place] = parent;
        place = parentPlace;
      }
      heap[place] = added;
    },
    highest: () => heap[0]?.priority ?? Number.NEGATIVE_INFINITY,
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined) return null;
      if (heap.length === 0) return top.item;
      let place = 0;
      for (;;) {
        let childPlace = 2 * place + 1;
        let child = heap[childPlace];
        if (child === undefined) break;
        const sibling = heap[childPlace + 1];
        if (sibling !== undefined && sibling.priority > child.priority) {
          child = sibling;
          childPlace++;
        }
        if (child.priority <= last.priority) break;
        heap[place] = child;
        place = childPlace;
      }
      heap[place] = last;
      return top.item;
    },
  };
}
