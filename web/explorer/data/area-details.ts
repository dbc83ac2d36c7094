import type { AuthorityType, ExplorerState, Tier } from "../state/explorer-state.js";
import type { Verdict } from "./overview.js";
import type { Query } from "./query.js";

/** A council that lies partly in a footprint. */
export interface PartialCouncil {
  readonly authority: { readonly code: string; readonly name: string; readonly type: AuthorityType };
  readonly population: number | null;
  readonly areaKm2: number;
  readonly shareOfAuthorityPopulation: number | null;
  readonly shareOfAuthorityArea: number;
  readonly thicknessM: number;
}

export interface RatingDetail {
  readonly measure: string;
  readonly status: "SOURCED" | "NOT_SOURCED";
  readonly value: string | null;
  readonly possible: readonly string[];
  readonly scale: readonly string[];
  readonly scheme: string;
  readonly confidence: string | null;
  readonly sources: readonly string[];
  readonly date: string;
}

/** Everything known of one footprint. */
export interface FootprintDetail {
  readonly code: string;
  readonly odsCode: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly population: number | null;
  readonly areaKm2: number;
  readonly coterminosity: {
    readonly verdict: Verdict;
    readonly summary: string;
    readonly agreementArea: number;
    readonly agreementPopulation: number | null;
    readonly thickestDisagreementM: number;
    readonly wholeAuthorities: readonly {
      readonly code: string;
      readonly name: string;
      readonly type: AuthorityType;
      readonly population: number | null;
      readonly areaKm2: number;
    }[];
    readonly partAuthorities: readonly PartialCouncil[];
  };
  readonly members: readonly { readonly code: string; readonly name: string; readonly population: number | null }[];
  readonly parts: readonly {
    readonly name: string;
    readonly source: string;
    readonly members: readonly { readonly code: string; readonly name: string }[];
  }[];
  readonly leaders: readonly {
    readonly name: string;
    readonly organisation: string;
    readonly sector: string;
    readonly source: string;
  }[];
  readonly ratings: readonly RatingDetail[];
  readonly neighbours: readonly {
    readonly footprint: { readonly code: string; readonly name: string };
    readonly sharedBorderKm: number;
  }[];
}

const FOOTPRINT_QUERY = `
query Footprint($code: ID!, $edition: ID, $tier: Tier!) {
  footprint(code: $code, edition: $edition) {
    code odsCode name aliases population areaKm2
    coterminosity(tier: $tier) {
      verdict summary agreementArea agreementPopulation thickestDisagreementM
      wholeAuthorities { code name type population areaKm2 }
      partAuthorities {
        authority { code name type }
        population areaKm2 shareOfAuthorityPopulation shareOfAuthorityArea thicknessM
      }
    }
    members { code name population }
    parts { name source members { code name } }
    leaders { name organisation sector source }
    ratings { measure status value possible scale scheme confidence sources date }
    neighbours { footprint { code name } sharedBorderKm }
  }
}
`;

export function footprintQuery(
  code: string,
  { edition, tier }: { readonly edition: string; readonly tier: Tier },
): Query<{ readonly footprint: FootprintDetail | null }> {
  return { query: FOOTPRINT_QUERY, variables: { code, edition, tier } };
}

/** A piece of a council, with how it is judged. */
export interface CouncilOverlap {
  readonly footprint: { readonly code: string; readonly name: string };
  readonly population: number | null;
  readonly areaKm2: number;
  readonly shareOfAuthorityPopulation: number | null;
  readonly shareOfAuthorityArea: number;
  readonly thicknessM: number;
  readonly isSliver: boolean;
  readonly sliverReason: string;
}

/** A council and everything that it shares with footprints, slivers too. */
export interface CouncilDetail {
  readonly code: string;
  readonly name: string;
  readonly type: AuthorityType;
  readonly population: number | null;
  readonly areaKm2: number;
  readonly overlaps: readonly CouncilOverlap[];
}

const COUNCIL_QUERY = `
query Council($code: ID!, $edition: ID) {
  authority(code: $code, edition: $edition) {
    code name type population areaKm2
    overlaps(includeSlivers: true) {
      footprint { code name }
      population areaKm2 shareOfAuthorityPopulation shareOfAuthorityArea thicknessM isSliver sliverReason
    }
  }
}
`;

export function councilQuery(
  code: string,
  { edition }: Pick<ExplorerState, "edition">,
): Query<{ readonly authority: CouncilDetail | null }> {
  return { query: COUNCIL_QUERY, variables: { code, edition } };
}
