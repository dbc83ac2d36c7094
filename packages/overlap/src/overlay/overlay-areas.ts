import type { PreparedLayer } from "../layer/prepared-layer.js";
import { overlaySlice, sliceCount } from "./overlay-slice.js";
import { PairAccumulator, type PairTotals } from "./pair-accumulator.js";

/** The overlap of two areas, one of each layer. */
export interface OverlapArea {
  /** Index in the first layer. */
  readonly a: number;
  /** Index in the second layer. */
  readonly b: number;
  /** Area shared on the ellipsoid, square metres; more than 0. */
  readonly areaM2: number;
}

// Anything less is rounding: sums that should be 0 are up to 4e-15 of the smaller side in England's layers.
const ROUNDING_SHARE = 1e-13;
// The same for blocks against counties, whose arcs are long compared with a small block.
const ROUNDING_M2 = 1e-6;

/**
 * The area shared by every two areas of two layers that share any, sorted by the first and then the second.
 *
 * Borders that only touch or run along each other share nothing.
 * @throws {RangeError} when the layers have different projections.
 * @see packages/overlap/README.md for the method
 */
export function overlayAreas(a: PreparedLayer, b: PreparedLayer): readonly OverlapArea[] {
  if (a.projection !== b.projection && JSON.stringify(a.projection) !== JSON.stringify(b.projection)) {
    throw new RangeError("the two layers have different projections; prepare both with the same one");
  }
  // Measured in the same order whichever layer comes first, so that the results are the same bits.
  if (a.segmentIndex.count > b.segmentIndex.count) return swapPairs(overlayAreas(b, a));
  const slices = Array.from({ length: sliceCount(a, b) }, (_, slice) => overlaySlice(a, b, slice));
  return mergeSlices(a, b, slices);
}

/** Merges the sums of all slices of two layers. The areas are the same bits however many threads computed the slices. */
export function mergeSlices(a: PreparedLayer, b: PreparedLayer, slices: readonly PairTotals[]): readonly OverlapArea[] {
  const sums = new PairAccumulator(Math.max(1, b.codes.length));
  for (const slice of slices) {
    for (let i = 0; i < slice.a.length; i++) {
      sums.add(slice.a[i], slice.b[i], slice.sumM2[i]);
      sums.add(slice.a[i], slice.b[i], slice.compensationM2[i]);
    }
  }
  const totals = sums.totals();
  const pairs: OverlapArea[] = [];
  for (let at = 0; at < totals.a.length; at++) {
    const i = totals.a[at];
    const j = totals.b[at];
    const areaM2 = totals.sumM2[at] + totals.compensationM2[at];
    if (areaM2 > Math.max(ROUNDING_M2, ROUNDING_SHARE * Math.min(a.areaM2[i], b.areaM2[j]))) {
      pairs.push({ a: i, b: j, areaM2 });
    }
  }
  return sortPairs(pairs);
}

/** The same pairs with the second layer first. */
export function swapPairs(pairs: readonly OverlapArea[]): readonly OverlapArea[] {
  return sortPairs(pairs.map(({ a, b, areaM2 }) => ({ a: b, b: a, areaM2 })));
}

function sortPairs(pairs: OverlapArea[]): readonly OverlapArea[] {
  return pairs.sort((p, q) => p.a - q.a || p.b - q.b);
}
