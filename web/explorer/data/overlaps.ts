import type { Tier } from "../state/explorer-state.js";
import type { Question } from "./question.js";

/** What a footprint and a council share. */
export interface OverlapBrief {
  readonly authority: { readonly name: string };
  readonly population: number | null;
  readonly shareOfFootprintArea: number;
  readonly shareOfAuthorityArea: number;
  readonly shareOfFootprintPopulation: number | null;
  readonly shareOfAuthorityPopulation: number | null;
}

/** A footprint and a council of an edition, by their codes. */
export interface Pair {
  readonly edition: string;
  readonly tier: Tier;
  readonly footprint: string;
  readonly authority: string;
}

const QUERY = `
query Overlap($edition: ID, $tier: Tier, $footprint: ID, $authority: ID) {
  overlaps(edition: $edition, tier: $tier, footprint: $footprint, authority: $authority) {
    nodes {
      authority { name }
      population
      shareOfFootprintArea shareOfAuthorityArea
      shareOfFootprintPopulation shareOfAuthorityPopulation
    }
  }
}
`;

/** What one pair shares: one of it, or none where they share nothing but a sliver. */
export function overlapQuestion(
  pair: Pair,
): Question<{ readonly overlaps: { readonly nodes: readonly OverlapBrief[] } }> {
  return { query: QUERY, variables: { ...pair } };
}
