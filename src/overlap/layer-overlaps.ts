import { floatAt, intAt } from "../geometry/element.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { type PairSumList, pairSums } from "./pair-sums.js";
import { sliceCount, sliceSums } from "./slice-sums.js";

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
  // Measured the same way round whichever comes first, so that the answers are the same bits.
  if (a.links.count > b.links.count) return turnedRound(layerOverlaps(b, a));
  const slices = Array.from({ length: sliceCount(a, b) }, (_, slice) => sliceSums(a, b, slice));
  return overlapsOfSlices(a, b, slices);
}

/** Puts the sums of all slices of two layers together. However many threads made them, the areas are the same bits. */
export function overlapsOfSlices(
  a: MeasuredLayer,
  b: MeasuredLayer,
  slices: readonly PairSumList[],
): readonly PairArea[] {
  const sums = pairSums(Math.max(1, b.codes.length));
  for (const slice of slices) {
    for (let i = 0; i < slice.a.length; i++) {
      sums.add(intAt(slice.a, i), intAt(slice.b, i), floatAt(slice.sumM2, i));
      sums.add(intAt(slice.a, i), intAt(slice.b, i), floatAt(slice.lostM2, i));
    }
  }
  const all = sums.all();
  const pairs: PairArea[] = [];
  for (let place = 0; place < all.a.length; place++) {
    const i = intAt(all.a, place);
    const j = intAt(all.b, place);
    const areaM2 = floatAt(all.sumM2, place) + floatAt(all.lostM2, place);
    if (areaM2 > Math.max(ROUNDING_M2, ROUNDING_SHARE * Math.min(floatAt(a.areaM2, i), floatAt(b.areaM2, j)))) {
      pairs.push({ a: i, b: j, areaM2 });
    }
  }
  return sortedPairs(pairs);
}

/** The same pairs with the second layer first. */
export function turnedRound(pairs: readonly PairArea[]): readonly PairArea[] {
  return sortedPairs(pairs.map(({ a, b, areaM2 }) => ({ a: b, b: a, areaM2 })));
}

function sortedPairs(pairs: PairArea[]): readonly PairArea[] {
  return pairs.sort((p, q) => p.a - q.a || p.b - q.b);
}
