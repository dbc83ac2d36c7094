import type { Tier, Weight } from "../state/explorer-state.js";
import type { EditionName, Verdict } from "./overview.js";
import type { Question } from "./question.js";

/** One edition as a whole. */
export interface EditionFigures {
  readonly agreement: {
    readonly footprintGivenAuthority: number;
    readonly spanningCount: number;
    readonly verdictCounts: readonly { readonly verdict: Verdict; readonly count: number }[];
  };
}

/** A council in more than one footprint. */
export interface Divided {
  readonly authority: { readonly code: string; readonly name: string };
}

export interface Compared {
  readonly before: EditionFigures;
  readonly after: EditionFigures;
  readonly dividedBefore: readonly Divided[];
  readonly dividedAfter: readonly Divided[];
}

/** An edition, and the tier of it that is compared. */
export interface ComparedTier {
  readonly edition: EditionName;
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

export function compareQuestion(before: ComparedTier, after: ComparedTier, weight: Weight): Question<Compared> {
  const editions = { before: before.edition.id, after: after.edition.id };
  return { query: QUERY, variables: { ...editions, tierBefore: before.tier, tierAfter: after.tier, weight } };
}
