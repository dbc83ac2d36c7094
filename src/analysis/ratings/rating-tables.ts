import type { Footprint, Tier } from "../../model/area.js";
import type { IndexedFacts } from "../../model/facts.js";
import {
  COTERMINOSITY_VERDICTS,
  type CoterminosityVerdict,
  coterminosityVerdict,
} from "../coterminosity/coterminosity-verdict.js";
import { DEFAULT_MEASURE, ratingOfFootprint, ratingScale } from "./rating-of-footprint.js";

/** How many footprints have a rating: what is certain, what is possible, what was published. */
export interface RatingCount {
  readonly rating: string;
  readonly label: string;
  /** Footprints that a source says have it. */
  readonly sourced: number;
  /** Those and every footprint for which it is still possible: never fewer have it than `sourced`, nor more than this. */
  readonly atMost: number;
  /** The publisher's own total; null where there is none. */
  readonly published: number | null;
}

/** One count for each value of a measure, best first; none for no such measure. */
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

/** The footprints of one verdict and one rating. */
export interface RatingByVerdict {
  readonly verdict: CoterminosityVerdict;
  /** null: not sourced. */
  readonly rating: string | null;
  readonly count: number;
  /** By code. */
  readonly footprints: readonly Footprint[];
}

/** Which councils the verdicts are about, and which ratings stand beside them. */
export interface RatingsByVerdictOptions {
  readonly tier?: Tier | undefined;
  readonly measure?: string | undefined;
  /** Metres; the edition's own when left out. */
  readonly toleranceM?: number | undefined;
}

/**
 * A whole table of verdicts by ratings, empty cells too: verdicts from the same as one council to crossing (NONE only
 * when there are any), ratings best first, not sourced last. Every footprint stands in one cell. None for no such measure.
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
