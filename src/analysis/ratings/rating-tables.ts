import type { Footprint, Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import {
  COTERMINOSITY_VERDICTS,
  type CoterminosityVerdict,
  coterminosityVerdict,
} from "../coterminosity/coterminosity-verdict.js";
import { DEFAULT_MEASURE, ratingOfFootprint, ratingScale } from "./rating-of-footprint.js";

/** Number of footprints with a rating: certain, possible and published. */
export interface RatingCount {
  readonly rating: string;
  readonly label: string;
  /** Footprints whose rating is sourced. */
  readonly sourced: number;
  /** Footprints for which it is sourced or still possible: the true number is between `sourced` and this. */
  readonly atMost: number;
  /** The publisher's total; null where there is none. */
  readonly published: number | null;
}

/** One count for each value of a measure, best first; empty for an unknown measure. */
export function ratingCounts(facts: IndexedFacts, measure: string = DEFAULT_MEASURE): readonly RatingCount[] {
  const ratings = facts.footprints.flatMap(({ code }) => ratingOfFootprint(code, facts, measure) ?? []);
  return ratingScale(measure, facts).map(({ rating, label, publishedTotal }) => ({
    rating,
    label,
    sourced: ratings.filter(({ value }) => value === rating).length,
    atMost: ratings.filter(({ possible }) => possible.includes(rating)).length,
    published: publishedTotal,
  }));
}

/** The footprints with one verdict and one rating. */
export interface RatingByVerdict {
  readonly verdict: CoterminosityVerdict;
  /** null: not sourced. */
  readonly rating: string | null;
  readonly count: number;
  /** By code. */
  readonly footprints: readonly Footprint[];
}

/** The tier of the verdicts and the measure of the ratings. */
export interface RatingsByVerdictOptions {
  readonly tier?: Tier | undefined;
  readonly measure?: string | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/**
 * The table of verdicts by ratings, empty cells included: verdicts in the order of COTERMINOSITY_VERDICTS (NONE only when
 * it occurs), ratings best first, not sourced last. Every footprint is in one cell. Empty for an unknown measure.
 *
 * @throws {UnknownTierError} when the edition does not have the tier.
 */
export function ratingsByVerdict(
  facts: IndexedFacts,
  {
    tier = "UPPER",
    measure = DEFAULT_MEASURE,
    toleranceM = facts.edition.sliverToleranceM,
  }: RatingsByVerdictOptions = {},
): readonly RatingByVerdict[] {
  const scale = ratingScale(measure, facts).map(({ rating }) => rating);
  if (scale.length === 0) return [];
  const judged = facts.footprints.map((footprint) => ({
    footprint,
    verdict: coterminosityVerdict(footprint.code, facts, { tier, toleranceM }),
    rating: ratingOfFootprint(footprint.code, facts, measure)?.value ?? null,
  }));
  return COTERMINOSITY_VERDICTS.filter(
    (verdict) => verdict !== "NONE" || judged.some((candidate) => candidate.verdict === verdict),
  ).flatMap((verdict) =>
    [...scale, null].map((rating) => {
      const cell = judged.filter((candidate) => candidate.verdict === verdict && candidate.rating === rating);
      return { verdict, rating, count: cell.length, footprints: cell.map(({ footprint }) => footprint) };
    }),
  );
}
