import type { FootprintCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { SchemeValue, SourcedRating } from "../../model/rating.js";

/** The measure used when none is named. */
export const DEFAULT_MEASURE = "overall";

export type RatingStatus = "SOURCED" | "NOT_SOURCED";

/** A footprint's rating on one measure, as far as sources give it. */
export interface Rating {
  readonly measure: string;
  readonly status: RatingStatus;
  /** null when not sourced. */
  readonly value: string | null;
  /** The values still possible, best first; one value when sourced. */
  readonly possible: readonly string[];
  /** Every value of the measure, best first where the order is known. */
  readonly scale: readonly string[];
  /** Kind of source, as in the table of ratings; null when not sourced. */
  readonly confidence: string | null;
  /** Empty when not sourced. */
  readonly sources: readonly string[];
}

/** The measures that an edition has ratings for: the default first, the others by name. */
export function measures(facts: IndexedFacts): readonly string[] {
  const names = [...new Set(facts.schemes.map((value) => value.measure))].sort();
  return names.includes(DEFAULT_MEASURE)
    ? [DEFAULT_MEASURE, ...names.filter((name) => name !== DEFAULT_MEASURE)]
    : names;
}

/** The values of a measure, best first; without ranks in the order of the table. Empty for an unknown measure. */
export function ratingScale(measure: string, facts: IndexedFacts): readonly SchemeValue[] {
  const unranked = Number.POSITIVE_INFINITY;
  return facts.schemes
    .filter((value) => value.measure === measure)
    .sort((one, other) => ((one.rank ?? unranked) < (other.rank ?? unranked) ? -1 : Number(one.rank !== other.rank)));
}

/**
 * A footprint's rating: the sourced one, or the values still possible. A value is used up when as many footprints are
 * sourced to have it as the published total; nothing else is inferred. null for an unknown measure.
 */
export function ratingOfFootprint(
  code: FootprintCode,
  facts: IndexedFacts,
  measure: string = DEFAULT_MEASURE,
): Rating | null {
  const scale = ratingScale(measure, facts);
  if (scale.length === 0) return null;
  const ratings = facts.ratings.filter((rating) => rating.measure === measure);
  const sourced = ratings.find((rating) => rating.footprintCode === code);
  const common = { measure, scale: scale.map(({ rating }) => rating) };
  if (sourced === undefined) {
    const possible = scale.filter((value) => !isUsedUp(value, ratings)).map(({ rating }) => rating);
    return { ...common, status: "NOT_SOURCED", value: null, possible, confidence: null, sources: [] };
  }
  const { rating, confidence, sources } = sourced;
  return { ...common, status: "SOURCED", value: rating, possible: [rating], confidence, sources };
}

/** A footprint's ratings on every measure of the edition, in the order of `measures`. */
export function ratingsOfFootprint(code: FootprintCode, facts: IndexedFacts): readonly Rating[] {
  return measures(facts).flatMap((measure) => ratingOfFootprint(code, facts, measure) ?? []);
}

/** Whether the sourced ratings account for the whole published total of a value. */
function isUsedUp(value: SchemeValue, ratings: readonly SourcedRating[]): boolean {
  if (value.publishedTotal === null) return false;
  return ratings.filter((rating) => rating.rating === value.rating).length >= value.publishedTotal;
}
