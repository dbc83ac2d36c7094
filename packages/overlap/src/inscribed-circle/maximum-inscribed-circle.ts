import FlatQueue from "flatqueue";
import type { PlaneBox } from "../predicates/bbox.js";
import { type EqualAreaProjection, scaleFactor } from "../projection/cylindrical-equal-area.js";
import {
  allocateNearestPoints,
  collectNearestPoints,
  facingEdgesBoundM,
  maxDepthBoundM,
  type NearestPoints,
} from "./depth-bounds.js";
import {
  crossesOddly,
  type DistanceQuery,
  distanceToEdges,
  type EdgeGroups,
  groupEdges,
  groupsWithinReach,
} from "./distance-to-edges.js";
import type { RegionOperand } from "./region-operand.js";

/** How the region combines its two operands: what both contain, or the second minus the first. */
export type RegionKind = "INTERSECTION" | "DIFFERENCE";

/** The operands' edges that bound a region, where edges that both operands draw do not. */
export interface RegionBounds {
  readonly edges: Float64Array;
  /**
   * Distance up to which the ends of two edges may differ for the edges to count as the same, metres. The slivers between
   * such edges are at most `PRECISION_M` wide and are not searched.
   */
  readonly toleranceM: number;
}

/** A region inside a box. */
export interface Region {
  readonly kind: RegionKind;
  readonly first: RegionOperand;
  readonly second: RegionOperand;
  /** null when all edges of both operands bound the region. */
  readonly bounds: RegionBounds | null;
  readonly box: PlaneBox;
  readonly projection: EqualAreaProjection;
}

/** The search stops when no circle can be wider than the best by more than this, metres… */
export const PRECISION_M = 1;
/** …or by more than this share, whichever is larger. */
const PRECISION_SHARE = 0.005;

/**
 * Diameter of the maximum inscribed circle of a region, metres on the ground; 0 for an empty region.
 *
 * The region's polygon is never built: the depth of a point in the region follows from its depth in each operand. Depth
 * changes by at most a metre per metre, so a box whose centre is d deep and whose half-diagonal is r contains nothing
 * deeper than d + r, and often much less (`maxDepthBoundM`, `facingEdgesBoundM`). The box with the highest bound is halved
 * until no bound exceeds the best depth. Each box passes on only the edges that may be nearest to some point in it, and on
 * which side of them its centre lies. Distances are measured in the scale of each centre's own latitude.
 *
 * @see D. Garcia-Castellanos, U. Lombardo, "Poles of inaccessibility" (2007), and Mapbox polylabel (2016) for the boxes
 */
export function inscribedCircleDiameterM(region: Region): number {
  return 2 * inscribedRadiusM(region, { minRadiusM: 0, stopRadiusM: Number.POSITIVE_INFINITY });
}

/**
 * Whether a region contains a circle of more than a diameter; one that is wider by less than the precision may be missed.
 * Faster than measuring the diameter: boxes whose bound is lower are never halved, and the first such circle ends the search.
 */
export function isInscribedCircleWider(region: Region, diameterM: number): boolean {
  const radiusM = diameterM / 2;
  return inscribedRadiusM(region, { minRadiusM: radiusM, stopRadiusM: radiusM }) > radiusM;
}

/** Whether a region of this area could contain a circle of this diameter: a cheap test before searching. */
export function canContainCircle(areaM2: number, diameterM: number = PRECISION_M): boolean {
  return areaM2 >= (Math.PI / 4) * Math.max(PRECISION_M, diameterM) ** 2;
}

interface SearchLimits {
  /** Depths up to this are ignored, metres… */
  readonly minRadiusM: number;
  /** …and a depth of more than this ends the search. */
  readonly stopRadiusM: number;
}

// The depth of the deepest point found, metres; `minRadiusM` where no point is deeper.
function inscribedRadiusM(region: Region, limits: SearchLimits): number {
  const { west, south, east, north } = region.box;
  return east > west && north > south ? new InscribedCircleSearch(region, limits).run() : limits.minRadiusM;
}

/** A box of the search, with what is passed on to its halves. */
interface SearchBox {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** The groups of each operand's edges within reach, and of the edges that bound the region. */
  readonly nearFirst: readonly number[];
  readonly nearSecond: readonly number[];
  readonly nearBounds: readonly number[];
  /** Distance of the centre from each operand's border, in its own scale, and whether it lies in the operand. */
  readonly distanceToFirstM: number;
  readonly distanceToSecondM: number;
  readonly inFirst: boolean;
  readonly inSecond: boolean;
}

/** What is measured at the centre of a box, metres on the ground. */
interface CentreDepth {
  readonly query: DistanceQuery;
  readonly halfWidthM: number;
  readonly halfHeightM: number;
  readonly radiusM: number;
  /** The most that a metre at the centre measures elsewhere in the box. */
  readonly stretch: number;
  /** Distance from the nearer of both borders. */
  readonly nearestM: number;
  /** Depth in each operand, and in the region. */
  readonly firstM: number;
  readonly secondM: number;
  readonly depthM: number;
}

/** The deepest that a box may be, and the groups of edges that decide it. */
interface DepthBound {
  readonly upperBoundM: number;
  readonly nearFirst: readonly number[];
  readonly nearSecond: readonly number[];
}

class InscribedCircleSearch {
  private readonly firstEdges: EdgeGroups;
  private readonly secondEdges: EdgeGroups;
  private readonly boundEdges: EdgeGroups | null;
  private readonly scaleAt: (y: number) => number;
  // Change of the scale in the whole box, and per metre of height, as a share; twice the mean slope is enough.
  private readonly scaleVariation: number;
  private readonly scaleSlope: number;
  private readonly nearestPoints: NearestPoints;
  private readonly step = new Float64Array(4);
  private readonly queue = new FlatQueue<SearchBox>(); // the highest bound first: priorities are negative bounds
  private bestM: number;

  constructor(
    private readonly region: Region,
    private readonly limits: SearchLimits,
  ) {
    const { first, second, bounds, box, projection } = region;
    const scales = [box.south, (box.south + box.north) / 2, box.north].map((y) => scaleFactor(projection, y));
    this.scaleAt = parabola(box.south, box.north, scales);
    this.scaleVariation = Math.max(...scales) / Math.min(...scales) - 1 + 1e-9;
    this.scaleSlope = (2 * this.scaleVariation) / (box.north - box.south);
    this.firstEdges = groupEdges(first.edges);
    this.secondEdges = groupEdges(second.edges);
    this.boundEdges = bounds === null ? null : groupEdges(bounds.edges);
    this.nearestPoints = allocateNearestPoints([this.firstEdges, this.secondEdges]);
    this.bestM = limits.minRadiusM;
  }

  run(): number {
    const whole = this.wholeBox();
    this.evaluate(whole.x, whole.y, whole.halfWidth, whole.halfHeight, whole);
    for (;;) {
      const upperBoundM = -(this.queue.peekValue() ?? Number.POSITIVE_INFINITY);
      const box = this.queue.pop();
      if (box === undefined || this.isWithinPrecision(upperBoundM) || this.bestM > this.limits.stopRadiusM) {
        return this.bestM;
      }
      this.halve(box);
    }
  }

  private wholeBox(): SearchBox {
    const { first, second, box } = this.region;
    return {
      x: (box.west + box.east) / 2,
      y: (box.south + box.north) / 2,
      halfWidth: (box.east - box.west) / 2,
      halfHeight: (box.north - box.south) / 2,
      nearFirst: this.firstEdges.allGroups,
      nearSecond: this.secondEdges.allGroups,
      nearBounds: this.boundEdges?.allGroups ?? [],
      distanceToFirstM: 0,
      distanceToSecondM: 0,
      inFirst: first.containsCentre,
      inSecond: second.containsCentre,
    };
  }

  private halve(box: SearchBox): void {
    const { x, y, halfWidth, halfHeight } = box;
    const scale = this.scaleAt(y);
    if (halfWidth * scale > halfHeight / scale) {
      this.evaluate(x - halfWidth / 2, y, halfWidth / 2, halfHeight, box);
      this.evaluate(x + halfWidth / 2, y, halfWidth / 2, halfHeight, box);
    } else {
      this.evaluate(x, y - halfHeight / 2, halfWidth, halfHeight / 2, box);
      this.evaluate(x, y + halfHeight / 2, halfWidth, halfHeight / 2, box);
    }
  }

  // Measures the centre of a box, and queues the box if it may contain a deeper point.
  private evaluate(x: number, y: number, halfWidth: number, halfHeight: number, parent: SearchBox): void {
    const { firstEdges, secondEdges, boundEdges, region } = this;
    const scale = this.scaleAt(y);
    const halfWidthM = halfWidth * scale;
    const halfHeightM = halfHeight / scale;
    const radiusM = Math.sqrt(halfWidthM * halfWidthM + halfHeightM * halfHeightM);
    const stretch = 1 + this.scaleSlope * halfHeight;
    // A centre no deeper than this is not the best, and its box cannot contain a better point.
    const cutoffM = Math.min(this.bestM, this.targetM() / stretch - radiusM);
    const query = { x, y, scaleX: scale, scaleY: 1 / scale, cutoffM };
    const distanceToFirstM = distanceToEdges(firstEdges, parent.nearFirst, query);
    if (distanceToFirstM === cutoffM) return;
    const distanceToSecondM = distanceToEdges(secondEdges, parent.nearSecond, query);
    if (distanceToSecondM === cutoffM) return;
    const distanceToBoundsM = boundEdges === null ? 0 : distanceToEdges(boundEdges, parent.nearBounds, query);
    if (boundEdges !== null && distanceToBoundsM === cutoffM) return;

    const stepM = this.stepTo(x, y, parent);
    // A step shorter than the distance from a border does not cross it.
    const inFirst =
      parent.inFirst !== (parent.distanceToFirstM <= stepM && crossesOddly(firstEdges, parent.nearFirst, this.step));
    const inSecond =
      parent.inSecond !==
      (parent.distanceToSecondM <= stepM && crossesOddly(secondEdges, parent.nearSecond, this.step));
    const firstM = inFirst === (region.kind === "INTERSECTION") ? distanceToFirstM : -distanceToFirstM;
    const secondM = inSecond ? distanceToSecondM : -distanceToSecondM;
    const shallowerM = Math.min(firstM, secondM);
    // A point outside has to cross the region's bounds to get inside.
    const depthM =
      shallowerM > 0 ? shallowerM : Math.min(shallowerM, (region.bounds?.toleranceM ?? 0) - distanceToBoundsM);
    if (depthM > this.bestM) this.bestM = depthM;
    const nearestM = Math.min(distanceToFirstM, distanceToSecondM);

    const bound = this.depthBound(
      { query, halfWidthM, halfHeightM, radiusM, stretch, nearestM, firstM, secondM, depthM },
      parent,
    );
    if (bound === null) return;
    const { upperBoundM, nearFirst, nearSecond } = bound;
    const reachM = (distanceToBoundsM + radiusM) * stretch * stretch + radiusM;
    const nearBounds =
      boundEdges === null
        ? []
        : groupsWithinReach(boundEdges, parent.nearBounds, query, { reachM, isEachMeasured: false });
    const edges = { nearFirst, nearSecond, nearBounds };
    this.queue.push(
      { x, y, halfWidth, halfHeight, ...edges, distanceToFirstM, distanceToSecondM, inFirst, inSecond },
      -upperBoundM,
    );
  }

  // Writes the step from the parent's centre, and gives its length in the parent's scale, metres.
  private stepTo(x: number, y: number, parent: SearchBox): number {
    this.step[0] = parent.x;
    this.step[1] = parent.y;
    this.step[2] = x;
    this.step[3] = y;
    const scale = this.scaleAt(parent.y);
    return (Math.abs(x - parent.x) * scale + Math.abs(y - parent.y) / scale) * ROUNDING;
  }

  // Tries one bound after another, the cheapest first; null as soon as one shows that the box has no better point.
  private depthBound(centre: CentreDepth, parent: SearchBox): DepthBound | null {
    const { firstEdges, secondEdges, nearestPoints } = this;
    const { query, halfWidthM, halfHeightM, radiusM, stretch, nearestM, firstM, secondM, depthM } = centre;
    let upperBoundM = (depthM + radiusM) * stretch;
    if (this.isWithinPrecision(upperBoundM)) return null;

    // The nearest points of the groups can lower the bound to this at best: measured where that suffices.
    const minUpperBoundM = Math.sqrt(nearestM * nearestM + radiusM * radiusM) * stretch;
    const isEachMeasured = radiusM < nearestM && this.isWithinPrecision(minUpperBoundM);
    // An edge farther than this cannot be the nearest edge of any point in the box, at any scale in it.
    const reachM = (nearestM + radiusM) * stretch * stretch + radiusM;
    const nearFirst = groupsWithinReach(firstEdges, parent.nearFirst, query, { reachM, isEachMeasured });
    const nearSecond = groupsWithinReach(secondEdges, parent.nearSecond, query, { reachM, isEachMeasured });
    if (isEachMeasured) {
      nearestPoints.count = 0;
      collectNearestPoints(nearestPoints, firstEdges, nearFirst);
      collectNearestPoints(nearestPoints, secondEdges, nearSecond);
      upperBoundM = Math.min(upperBoundM, maxDepthBoundM(nearestPoints, halfWidthM, halfHeightM) * stretch);
      if (this.isWithinPrecision(upperBoundM)) return null;
    }

    const facingM = facingEdgesBoundM(
      {
        edgeGroups: firstEdges,
        groups: nearFirst,
        depthM: firstM,
        side: this.region.kind === "INTERSECTION" ? 1 : -1,
      },
      { edgeGroups: secondEdges, groups: nearSecond, depthM: secondM, side: 1 },
      { centre: query, halfWidthM, halfHeightM, reachM, scaleVariation: this.scaleVariation },
      this.targetM() / stretch,
    );
    upperBoundM = Math.min(upperBoundM, facingM * stretch);
    return this.isWithinPrecision(upperBoundM) ? null : { upperBoundM, nearFirst, nearSecond };
  }

  // The smallest radius that would improve on the best by more than the precision.
  private targetM(): number {
    return this.bestM + Math.max(PRECISION_M / 2, this.bestM * PRECISION_SHARE);
  }

  private isWithinPrecision(radiusM: number): boolean {
    return radiusM <= this.targetM();
  }
}

// A billionth more, so that a step that ends on a border counts as reaching it.
const ROUNDING = 1 + 1e-9;

// The parabola through three values at the ends and the middle: the scale at England's latitudes to a millionth.
function parabola(south: number, north: number, [low, middle, high]: readonly number[]): (y: number) => number {
  const bend = 2 * (low - 2 * middle + high);
  const rise = 4 * middle - 3 * low - high;
  return (y) => {
    const t = (y - south) / (north - south);
    return low + t * (rise + t * bend);
  };
}
