import { compareText } from "../../model/by-code.js";
import type { AuthorityCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Overlap } from "../../model/overlap.js";
import { realOverlapsOfAuthority } from "../filter-overlaps.js";
import { type Weight, type WeightFunction, weightFunction } from "../weight.js";

/** How the main footprint is chosen. */
interface MainFootprintOptions {
  readonly weight?: Weight | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/**
 * The overlap with the footprint that holds most of a council; ties go to the larger area, then the lower code.
 *
 * For a council that has only slivers, the largest of them; null for one without overlaps.
 * @throws {UnknownPopulationError} for weight POPULATION in an edition without blocks.
 */
export function mainFootprint(
  code: AuthorityCode,
  facts: IndexedFacts,
  { weight = "POPULATION", toleranceM = facts.edition.sliverToleranceM }: MainFootprintOptions = {},
): Overlap | null {
  const amountOf = weightFunction(weight, facts);
  const real = realOverlapsOfAuthority(code, facts, { toleranceM });
  return largestOverlap(real, amountOf) ?? largestOverlap(facts.overlapsByAuthority.get(code) ?? [], amountOf);
}

/** The overlap that `compareLargest` puts first; null for none. */
export function largestOverlap(overlaps: readonly Overlap[], amountOf: WeightFunction): Overlap | null {
  let largest: Overlap | null = null;
  for (const overlap of overlaps) {
    if (largest === null || compareLargest(overlap, largest, amountOf) < 0) largest = overlap;
  }
  return largest;
}

/** Orders a council's overlaps: largest amount first, then larger area, then lower footprint code. */
export function compareLargest(one: Overlap, other: Overlap, amountOf: WeightFunction): number {
  return (
    amountOf(other) - amountOf(one) || other.areaM2 - one.areaM2 || compareText(one.footprintCode, other.footprintCode)
  );
}
