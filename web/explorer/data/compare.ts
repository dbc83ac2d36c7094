import type { Tier, Weight } from "../state/explorer-state.js";
import type { EditionSummary, Verdict } from "./overview.js";
import type { Query } from "./query.js";

/** One edition as a whole. */
export interface EditionFigures {
  readonly agreement: {
    readonly footprintGivenAuthority: number;
    readonly spanningCount: number;
    readonly verdictCounts: readonly { readonly verdict: Verdict; readonly count: number }[];
  };
}

/** A council in more than one footprint. */
export interface DividedCouncil {
  readonly authority: { readonly code: string; readonly name: string };
}

export interface Comparison {
  readonly before: EditionFigures;
  readonly after: EditionFigures;
  readonly dividedBefore: readonly DividedCouncil[];
  readonly dividedAfter: readonly DividedCouncil[];
}

/** An edition, and the tier of it that is compared. */
export interface EditionTier {
  readonly edition: EditionSummary;
  readonly tier: Tier;
}

const QUERY = `
query Compare($before: ID!, $after: ID!, $tierBefore: Tier!, $tierAfter: Tier!, $weight: Weight) {
  before: edition(id: $before) { agreement(tier: $tierBefore, weight: $weight) { ...Whole } }
  after: edition(id: $after) { agreement(tier: $tierAfter, weight: $weight) { ...Whole } }
  dividedBefore: spanningAuthorities(edition: $before, tier: $tierBefore, weight: $weight) { authority { code name } }
  dividedAfter: spanningAuthorities(edition: $after, tier: $tierAfter, weight: $weight) { authority { code name } }
}
fragment Whole on PartitionAgreement {
  footprintGivenAuthority spanningCount
  verdictCounts { verdict count }
}
`;

export function compareQuery(before: EditionTier, after: EditionTier, weight: Weight): Query<Comparison> {
  const editions = { before: before.edition.id, after: after.edition.id };
  return { query: QUERY, variables: { ...editions, tierBefore: before.tier, tierAfter: after.tier, weight } };
}
