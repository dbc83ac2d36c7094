import { floatAt, intAt } from "../geometry/element.js";
import { OUTSIDE } from "./border-sides.js";
import type { Chains } from "./chains.js";
import { CROSSING_SIZE, crossedEdges } from "./crossed-edges.js";
import { CROSSED_IS_MOVED, CROSSING_IS_MOVED, crossingPlace } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { type PairSumList, type PairSums, pairSums } from "./pair-sums.js";
import { walkPoints } from "./walk.js";

// Enough for threads to share the work evenly; each slice costs two walks in from outside.
const SLICES = 8;
// With fewer links than this one slice will do.
const LEAST_LINKS = 1024;

/** One of several equal parts of a list. */
interface Part {
  readonly index: number;
  readonly of: number;
}

/** Into how many slices the work of measuring two layers is cut: by the layers alone, not by who does it. */
export function sliceCount(a: MeasuredLayer, b: MeasuredLayer): number {
  return Math.min(a.links.count, b.links.count) < LEAST_LINKS ? 1 : SLICES;
}

/** What one slice of two layers' chains adds to the area shared by every two areas, square metres. */
export function sliceSums(a: MeasuredLayer, b: MeasuredLayer, slice: number): PairSumList {
  const part: Part = { index: slice, of: sliceCount(a, b) };
  const sums = pairSums(Math.max(1, b.codes.length));
  addWholeChains(a, b, part, sums);
  addRemainders(a, b, part, sums);
  return sums.all();
}

function partOf(list: Int32Array, part: Part): Int32Array {
  const { from, to } = partRange(list.length, part);
  return list.subarray(from, to);
}

function partRange(count: number, { index, of }: Part): { readonly from: number; readonly to: number } {
  return { from: Math.floor((count * index) / of), to: Math.floor((count * (index + 1)) / of) };
}

// As if no chain crossed anything: each adds its integral in the cell of the other layer where it begins.
function addWholeChains(a: MeasuredLayer, b: MeasuredLayer, part: Part, sums: PairSums): void {
  walkPoints(b, { xy: a.startXy, order: partOf(a.startOrder, part) }, CROSSED_IS_MOVED, (chain, cell) => {
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
  walkPoints(a, { xy: b.startXy, order: partOf(b.startOrder, part) }, CROSSING_IS_MOVED, (chain, cell) => {
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
function addRemainders(a: MeasuredLayer, b: MeasuredLayer, part: Part, sums: PairSums): void {
  const { count, numbers } = crossedEdges(a, b, partRange(a.links.count, part));
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
