import type { Tier, Weight } from "../state/explorer-state.js";
import { type DataOf, graphql } from "./graphql.js";
import type { EditionSummary } from "./overview.js";
import { bind } from "./query.js";

const FIGURES = graphql(`
fragment Figures on PartitionAgreement {
  footprintGivenAuthority spanningCount
  verdictCounts { verdict count }
}`);

const COMPARE = graphql(
  `
query Compare($before: ID!, $after: ID!, $tierBefore: Tier!, $tierAfter: Tier!, $weight: Weight) {
  before: edition(id: $before) { agreement(tier: $tierBefore, weight: $weight) { ...Figures } }
  after: edition(id: $after) { agreement(tier: $tierAfter, weight: $weight) { ...Figures } }
  dividedBefore: spanningAuthorities(edition: $before, tier: $tierBefore, weight: $weight) { authority { code name } }
  dividedAfter: spanningAuthorities(edition: $after, tier: $tierAfter, weight: $weight) { authority { code name } }
}
`,
  [FIGURES],
);

/** How an edition's footprints fit its councils, as a whole. */
export type EditionFigures = DataOf<typeof FIGURES>;
/** The councils in more than one footprint, in each of two editions. */
export type DividedCouncils = Pick<DataOf<typeof COMPARE>, "dividedBefore" | "dividedAfter">;
export type DividedCouncil = DividedCouncils["dividedBefore"][number];

/** An edition, and the tier of it that is compared. */
export interface EditionTier {
  readonly edition: EditionSummary;
  readonly tier: Tier;
}

export const compareQuery = (before: EditionTier, after: EditionTier, weight: Weight) =>
  bind(COMPARE, {
    ...{ before: before.edition.id, after: after.edition.id },
    ...{ tierBefore: before.tier, tierAfter: after.tier, weight },
  });
