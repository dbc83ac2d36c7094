import type { Tier } from "../state/explorer-state.js";
import type { Question } from "./question.js";

/** What a footprint and a council share. */
export interface OverlapBrief {
  readonly footprint: { readonly code: string };
  readonly authority: { readonly code: string };
  readonly population: number | null;
  readonly areaKm2: number;
  readonly shareOfFootprintArea: number;
  readonly shareOfAuthorityArea: number;
  readonly shareOfFootprintPopulation: number | null;
  readonly shareOfAuthorityPopulation: number | null;
  readonly thicknessM: number;
}

export interface Overlaps {
  readonly overlaps: { readonly totalCount: number; readonly nodes: readonly OverlapBrief[] };
}

const QUERY = `
query Overlaps($edition: ID, $tier: Tier) {
  overlaps(edition: $edition, tier: $tier, first: 500) {
    totalCount
    nodes {
      footprint { code }
      authority { code }
      population areaKm2 thicknessM
      shareOfFootprintArea shareOfAuthorityArea
      shareOfFootprintPopulation shareOfAuthorityPopulation
    }
  }
}
`;

export function overlapsQuestion(edition: string, tier: Tier): Question<Overlaps> {
  return { query: QUERY, variables: { edition, tier } };
}
