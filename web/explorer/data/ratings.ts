import type { Tier } from "../state/explorer-state.js";
import type { Verdict } from "./overview.js";
import type { Query } from "./query.js";

/** Footprints of one verdict and one rating. */
export interface RatingCell {
  readonly verdict: Verdict;
  /** null: no source gives it. */
  readonly rating: string | null;
  readonly count: number;
  readonly footprints: readonly { readonly code: string; readonly name: string }[];
}

export interface RatingCount {
  readonly rating: string;
  readonly sourced: number;
  readonly atMost: number;
  readonly published: number | null;
}

export interface Ratings {
  readonly ratingsByVerdict: readonly RatingCell[];
  readonly ratingCounts: readonly RatingCount[];
}

const QUERY = `
query Ratings($edition: ID, $tier: Tier, $measure: String) {
  ratingsByVerdict(edition: $edition, tier: $tier, measure: $measure) { verdict rating count footprints { code name } }
  ratingCounts(edition: $edition, measure: $measure) { rating sourced atMost published }
}
`;

/** What is known of the ratings on a measure. */
export function ratingsQuery(
  { edition, tier }: { readonly edition: string; readonly tier: Tier },
  measure: string,
): Query<Ratings> {
  return { query: QUERY, variables: { edition, tier, measure } };
}
