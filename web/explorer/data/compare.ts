import type { Tier, Weight } from "../state/explorer-state.js";
import type { Verdict } from "./overview.js";
import type { Question } from "./question.js";

/** One edition as a whole. */
export interface EditionFigures {
  readonly id: string;
  readonly date: string;
  readonly footprintKind: string;
  readonly agreement: {
    readonly footprintGivenAuthority: number;
    readonly authorityGivenFootprint: number;
    readonly spanningCount: number;
    readonly verdictCounts: readonly { readonly verdict: Verdict; readonly count: number }[];
  };
}

/** A council in more than one footprint. */
export interface Divided {
  readonly authority: { readonly code: string; readonly name: string };
}

export interface Compared {
  readonly before: EditionFigures | null;
  readonly after: EditionFigures | null;
  readonly dividedBefore: readonly Divided[];
  readonly dividedAfter: readonly Divided[];
  readonly councilsAfter: { readonly nodes: readonly { readonly name: string }[] };
}

const QUERY = `
query Compare($before: ID!, $after: ID!, $tier: Tier!, $weight: Weight) {
  before: edition(id: $before) { ...Whole }
  after: edition(id: $after) { ...Whole }
  dividedBefore: spanningAuthorities(edition: $before, tier: $tier, weight: $weight) { authority { code name } }
  dividedAfter: spanningAuthorities(edition: $after, tier: $tier, weight: $weight) { authority { code name } }
  councilsAfter: authorities(edition: $after, tier: $tier) { nodes { name } }
}
fragment Whole on Edition {
  id date footprintKind
  agreement(tier: $tier, weight: $weight) {
    footprintGivenAuthority authorityGivenFootprint spanningCount
    verdictCounts { verdict count }
  }
}
`;

export function compareQuestion(
  editions: { readonly before: string; readonly after: string },
  choice: { readonly tier: Tier; readonly weight: Weight },
): Question<Compared> {
  return { query: QUERY, variables: { ...editions, tier: choice.tier, weight: choice.weight } };
}
