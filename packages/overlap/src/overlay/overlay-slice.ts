import type { Arcs } from "../layer/arcs.js";
import { OUTSIDE } from "../layer/arcs.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { locateAlongPath } from "../location/walking-location.js";
import { crossingParameter, PERTURB_QUERY, PERTURB_TARGET } from "../predicates/segment-crossing.js";
import { CROSSING_SIZE, edgeCrossings } from "./edge-crossings.js";
import { PairAccumulator, type PairTotals } from "./pair-accumulator.js";

// Enough for threads to share the work evenly; each slice costs two walks in from outside.
const SLICES = 8;
// With fewer groups than this one slice will do.
const MIN_GROUPS = 1024;

/** One of several equal parts of a list. */
interface Part {
  readonly index: number;
  readonly of: number;
}

/** Into how many slices the work of measuring two layers is cut: by the layers alone, not by who does it. */
export function sliceCount(a: PreparedLayer, b: PreparedLayer): number {
  return Math.min(a.segmentIndex.count, b.segmentIndex.count) < MIN_GROUPS ? 1 : SLICES;
}

/** What one slice of two layers' arcs adds to the area shared by every two areas, square metres. */
export function overlaySlice(a: PreparedLayer, b: PreparedLayer, slice: number): PairTotals {
  const part: Part = { index: slice, of: sliceCount(a, b) };
  const sums = new PairAccumulator(Math.max(1, b.codes.length));
  addWholeArcs(a, b, part, sums);
  addRemainders(a, b, part, sums);
  return sums.totals();
}

function partOf(list: Int32Array, part: Part): Int32Array {
  const { from, to } = partRange(list.length, part);
  return list.subarray(from, to);
}

function partRange(count: number, { index, of }: Part): { readonly from: number; readonly to: number } {
  return { from: Math.floor((count * index) / of), to: Math.floor((count * (index + 1)) / of) };
}

// As if no arc crossed anything: each adds its integral in the cell of the other layer where it begins.
function addWholeArcs(a: PreparedLayer, b: PreparedLayer, part: Part, sums: PairAccumulator): void {
  locateAlongPath(b, { xy: a.startXy, order: partOf(a.startOrder, part) }, PERTURB_TARGET, (arc, windings) => {
    for (let i = 0; i < windings.areas.length; i++) {
      const other = windings.areas[i];
      const count = windings.counts[i];
      const left = a.arcs.left[arc];
      sums.add(left, other, count * arcIntegral(a.arcs, arc, middleX(a, left, b, other)));
      const right = a.arcs.right[arc];
      if (right !== OUTSIDE) sums.add(right, other, -count * arcIntegral(a.arcs, arc, middleX(a, right, b, other)));
    }
  });
  locateAlongPath(a, { xy: b.startXy, order: partOf(b.startOrder, part) }, PERTURB_QUERY, (arc, windings) => {
    for (let i = 0; i < windings.areas.length; i++) {
      const other = windings.areas[i];
      const count = windings.counts[i];
      const left = b.arcs.left[arc];
      sums.add(other, left, count * arcIntegral(b.arcs, arc, middleX(a, other, b, left)));
      const right = b.arcs.right[arc];
      if (right !== OUTSIDE) sums.add(other, right, -count * arcIntegral(b.arcs, arc, middleX(a, other, b, right)));
    }
  });
}

// Each crossing moves what is left of both arcs from one cell of the other layer to the next.
function addRemainders(a: PreparedLayer, b: PreparedLayer, part: Part, sums: PairAccumulator): void {
  const { count, numbers } = edgeCrossings(a, b, partRange(a.segmentIndex.count, part));
  const xyA = a.arcs.xy;
  for (let i = 0; i < CROSSING_SIZE * count; i += CROSSING_SIZE) {
    const arcA = numbers[i];
    const k = numbers[i + 1];
    const arcB = numbers[i + 2];
    const j = numbers[i + 3];
    const direction = numbers[i + 4];
    const parameter = crossingParameter(xyA, k, b.arcs.xy, j);
    const x = interpolate(xyA[2 * k], xyA[2 * k + 2], parameter);
    const y = interpolate(xyA[2 * k + 1], xyA[2 * k + 3], parameter);
    const both: Remainders = {
      areaM2: remainingIntegral(a.arcs, arcA, k, x, y) - remainingIntegral(b.arcs, arcB, j, x, y),
      originA: originX(a.arcs, arcA),
      originB: originX(b.arcs, arcB),
      riseA: endY(a.arcs, arcA) - y,
      riseB: endY(b.arcs, arcB) - y,
    };
    const leftA = a.arcs.left[arcA];
    const rightA = a.arcs.right[arcA];
    const leftB = b.arcs.left[arcB];
    const rightB = b.arcs.right[arcB];
    sums.add(leftA, leftB, direction * shiftOrigin(middleX(a, leftA, b, leftB), both));
    if (rightB !== OUTSIDE) sums.add(leftA, rightB, -direction * shiftOrigin(middleX(a, leftA, b, rightB), both));
    if (rightA === OUTSIDE) continue;
    sums.add(rightA, leftB, -direction * shiftOrigin(middleX(a, rightA, b, leftB), both));
    if (rightB !== OUTSIDE) sums.add(rightA, rightB, direction * shiftOrigin(middleX(a, rightA, b, rightB), both));
  }
}

// What is left of two arcs that cross, the first's less the second's, each about its own origin.
interface Remainders {
  readonly areaM2: number;
  readonly originA: number;
  readonly originB: number;
  readonly riseA: number;
  readonly riseB: number;
}

function shiftOrigin(middle: number, { areaM2, originA, originB, riseA, riseB }: Remainders): number {
  return areaM2 + (originA - middle) * riseA - (originB - middle) * riseB;
}

function interpolate(from: number, to: number, parameter: number): number {
  return parameter === 1 ? to : from + parameter * (to - from);
}

// Integral of (x - middle) dy along a whole arc.
function arcIntegral(arcs: Arcs, arc: number, middle: number): number {
  const first = arcs.firstPoint[arc];
  const last = arcs.firstPoint[arc + 1] - 1;
  const rise = arcs.xy[2 * last + 1] - arcs.xy[2 * first + 1];
  return arcs.integral[last] + (arcs.xy[2 * first] - middle) * rise;
}

// Integral of (x - x of the arc's first point) dy from a place on an edge to the arc's end.
function remainingIntegral(arcs: Arcs, arc: number, edge: number, x: number, y: number): number {
  const last = arcs.firstPoint[arc + 1] - 1;
  const nextX = arcs.xy[2 * edge + 2];
  const nextY = arcs.xy[2 * edge + 3];
  const toNext = ((x + nextX) / 2 - originX(arcs, arc)) * (nextY - y);
  return toNext + (arcs.integral[last] - arcs.integral[edge + 1]);
}

function originX(arcs: Arcs, arc: number): number {
  return arcs.xy[2 * arcs.firstPoint[arc]];
}

function endY(arcs: Arcs, arc: number): number {
  return arcs.xy[2 * arcs.firstPoint[arc + 1] - 1];
}

// A pair's sum is taken about the middle of its smaller side: any place would do, a near one keeps more digits.
function middleX(a: PreparedLayer, areaA: number, b: PreparedLayer, areaB: number): number {
  return a.areaM2[areaA] < b.areaM2[areaB] ? boxMiddleX(a, areaA) : boxMiddleX(b, areaB);
}

function boxMiddleX({ boxes }: PreparedLayer, area: number): number {
  return (boxes[4 * area] + boxes[4 * area + 2]) / 2;
}
