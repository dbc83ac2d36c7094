import { floatAt, intAt } from "../geometry/element.js";
import { OUTSIDE } from "./border-sides.js";
import type { Chains } from "./chains.js";
import { CROSSING_SIZE, crossedEdges } from "./crossed-edges.js";
import { CROSSED_IS_MOVED, CROSSING_IS_MOVED, crossingPlace } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { type PairSums, pairSums } from "./pair-sums.js";
import { walkPoints } from "./walk.js";

/** What two areas, one of each layer, share. */
export interface PairArea {
  /** Index in the first layer. */
  readonly a: number;
  /** Index in the second layer. */
  readonly b: number;
  /** Area shared on the ellipsoid, square metres; more than 0. */
  readonly areaM2: number;
}

// Anything less is rounding: sums that ought to be 0 are up to 4e-15 of the smaller side in England's layers.
const ROUNDING_SHARE = 1e-13;
// The same for blocks against counties, whose chains are long beside a small block.
const ROUNDING_M2 = 1e-6;

/**
 * The area shared by every two areas of two layers that share any, sorted by the first and then the second.
 *
 * Borders that only touch or run along each other share nothing.
 * @throws {RangeError} when the layers were made ready in different planes.
 * @see src/overlap/README.md for the method
 */
export function layerOverlaps(a: MeasuredLayer, b: MeasuredLayer): readonly PairArea[] {
  if (a.plane !== b.plane && JSON.stringify(a.plane) !== JSON.stringify(b.plane)) {
    throw new RangeError("the two layers lie in different planes; make both ready with the same one");
  }
  // The layer with fewer edges asks the index of the other.
  if (a.links.count > b.links.count) {
    return sortedPairs(layerOverlaps(b, a).map((pair) => ({ a: pair.b, b: pair.a, areaM2: pair.areaM2 })));
  }
  const sums = pairSums(Math.max(1, b.codes.length));
  addWholeChains(a, b, sums);
  addRemainders(a, b, sums);

  const pairs: PairArea[] = [];
  sums.forEach((i, j, areaM2) => {
    if (areaM2 > Math.max(ROUNDING_M2, ROUNDING_SHARE * Math.min(floatAt(a.areaM2, i), floatAt(b.areaM2, j)))) {
      pairs.push({ a: i, b: j, areaM2 });
    }
  });
  return sortedPairs(pairs);
}

function sortedPairs(pairs: PairArea[]): readonly PairArea[] {
  return pairs.sort((p, q) => p.a - q.a || p.b - q.b);
}

// As if no chain crossed anything: each adds its integral in the cell of the other layer where it begins.
function addWholeChains(a: MeasuredLayer, b: MeasuredLayer, sums: PairSums): void {
  walkPoints(b, { xy: a.startXy, order: a.startOrder }, CROSSED_IS_MOVED, (chain, cell) => {
    for (let i = 0; i < cell.areas.length; i++) {
      const other = cell.areas[i] as number;
      const count = cell.counts[i] as number;
      const left = intAt(a.chains.left, chain);
      sums.add(left, other, count * wholeIntegral(a.chains, chain, middleX(a, left, b, other)));
      const right = intAt(a.chains.right, chain);
      if (right !== OUTSIDE)
        sums.add(right, other, -count * wholeIntegral(a.chains, chain, middleX(a, right, b, other)));
    }
  });
  walkPoints(a, { xy: b.startXy, order: b.startOrder }, CROSSING_IS_MOVED, (chain, cell) => {
    for (let i = 0; i < cell.areas.length; i++) {
      const other = cell.areas[i] as number;
      const count = cell.counts[i] as number;
      const left = intAt(b.chains.left, chain);
      sums.add(other, left, count * wholeIntegral(b.chains, chain, middleX(a, other, b, left)));
      const right = intAt(b.chains.right, chain);
      if (right !== OUTSIDE)
        sums.add(other, right, -count * wholeIntegral(b.chains, chain, middleX(a, other, b, right)));
    }
  });
}

// Each crossing moves what is left of both chains from one cell of the other layer to the next.
function addRemainders(a: MeasuredLayer, b: MeasuredLayer, sums: PairSums): void {
  const { count, numbers } = crossedEdges(a, b);
  const xyA = a.chains.xy;
  for (let i = 0; i < CROSSING_SIZE * count; i += CROSSING_SIZE) {
    const chainA = intAt(numbers, i);
    const k = intAt(numbers, i + 1);
    const chainB = intAt(numbers, i + 2);
    const j = intAt(numbers, i + 3);
    const turn = intAt(numbers, i + 4);
    const place = crossingPlace(xyA, k, b.chains.xy, j);
    const x = between(floatAt(xyA, 2 * k), floatAt(xyA, 2 * k + 2), place);
    const y = between(floatAt(xyA, 2 * k + 1), floatAt(xyA, 2 * k + 3), place);
    const both: Remainders = {
      areaM2: remainder(a.chains, chainA, k, x, y) - remainder(b.chains, chainB, j, x, y),
      originA: originX(a.chains, chainA),
      originB: originX(b.chains, chainB),
      riseA: endY(a.chains, chainA) - y,
      riseB: endY(b.chains, chainB) - y,
    };
    const leftA = intAt(a.chains.left, chainA);
    const rightA = intAt(a.chains.right, chainA);
    const leftB = intAt(b.chains.left, chainB);
    const rightB = intAt(b.chains.right, chainB);
    sums.add(leftA, leftB, turn * about(middleX(a, leftA, b, leftB), both));
    if (rightB !== OUTSIDE) sums.add(leftA, rightB, -turn * about(middleX(a, leftA, b, rightB), both));
    if (rightA === OUTSIDE) continue;
    sums.add(rightA, leftB, -turn * about(middleX(a, rightA, b, leftB), both));
    if (rightB !== OUTSIDE) sums.add(rightA, rightB, turn * about(middleX(a, rightA, b, rightB), both));
  }
}

// What is left of two chains that cross, the first's less the second's, each about its own origin.
interface Remainders {
  readonly areaM2: number;
  readonly originA: number;
  readonly originB: number;
  readonly riseA: number;
  readonly riseB: number;
}

function about(middle: number, { areaM2, originA, originB, riseA, riseB }: Remainders): number {
  return areaM2 + (originA - middle) * riseA - (originB - middle) * riseB;
}

function between(from: number, to: number, place: number): number {
  return place === 1 ? to : from + place * (to - from);
}

// Integral of (x - middle) dy along a whole chain.
function wholeIntegral(chains: Chains, chain: number, middle: number): number {
  const first = intAt(chains.firstPoint, chain);
  const last = intAt(chains.firstPoint, chain + 1) - 1;
  const rise = floatAt(chains.xy, 2 * last + 1) - floatAt(chains.xy, 2 * first + 1);
  return floatAt(chains.integral, last) + (floatAt(chains.xy, 2 * first) - middle) * rise;
}

// Integral of (x - x of the chain's first point) dy from a place on an edge to the chain's end.
function remainder(chains: Chains, chain: number, edge: number, x: number, y: number): number {
  const last = intAt(chains.firstPoint, chain + 1) - 1;
  const nextX = floatAt(chains.xy, 2 * edge + 2);
  const nextY = floatAt(chains.xy, 2 * edge + 3);
  const toNext = ((x + nextX) / 2 - originX(chains, chain)) * (nextY - y);
  return toNext + (floatAt(chains.integral, last) - floatAt(chains.integral, edge + 1));
}

function originX(chains: Chains, chain: number): number {
  return floatAt(chains.xy, 2 * intAt(chains.firstPoint, chain));
}

function endY(chains: Chains, chain: number): number {
  return floatAt(chains.xy, 2 * intAt(chains.firstPoint, chain + 1) - 1);
}

// A pair's sum is taken about the middle of its smaller side: any place would do, a near one keeps more digits.
function middleX(a: MeasuredLayer, areaA: number, b: MeasuredLayer, areaB: number): number {
  return floatAt(a.areaM2, areaA) < floatAt(b.areaM2, areaB) ? boxMiddleX(a, areaA) : boxMiddleX(b, areaB);
}

function boxMiddleX({ boxes }: MeasuredLayer, area: number): number {
  return (floatAt(boxes, 4 * area) + floatAt(boxes, 4 * area + 2)) / 2;
}
