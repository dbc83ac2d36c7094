import type { ExplorerState } from "../state/explorer-state.js";
import { type DataOf, graphql } from "./graphql.js";
import { bind } from "./query.js";

const RATINGS = graphql(`
query Ratings($edition: ID, $tier: Tier, $measure: String) {
  ratingsByVerdict(edition: $edition, tier: $tier, measure: $measure) { verdict rating count footprints { code name } }
  ratingCounts(edition: $edition, measure: $measure) { rating sourced atMost published }
}
`);

export type Ratings = DataOf<typeof RATINGS>;
/** Footprints with the same verdict and rating; the rating is null where no source gives it. */
export type RatingCell = Ratings["ratingsByVerdict"][number];
export type RatingCount = Ratings["ratingCounts"][number];

export const ratingsQuery = ({ edition, tier }: Pick<ExplorerState, "edition" | "tier">, measure: string) =>
  bind(RATINGS, { edition, tier, measure });
