import type { IndexedFacts } from "../model/facts.js";
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
