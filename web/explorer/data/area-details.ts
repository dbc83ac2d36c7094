import type { ExplorerState } from "../state/explorer-state.js";
import { type DataOf, graphql } from "./graphql.js";
import { bind } from "./query.js";

const FOOTPRINT = graphql(`
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
`);

/** All facts about one footprint. */
export type FootprintDetail = NonNullable<DataOf<typeof FOOTPRINT>["footprint"]>;
/** A council that lies partly in a footprint. */
export type PartialCouncil = FootprintDetail["coterminosity"]["partAuthorities"][number];
export type RatingDetail = FootprintDetail["ratings"][number];

export const footprintQuery = (code: string, { edition, tier }: Pick<ExplorerState, "edition" | "tier">) =>
  bind(FOOTPRINT, { code, edition, tier });

const COUNCIL = graphql(`
query Council($code: ID!, $edition: ID) {
  authority(code: $code, edition: $edition) {
    code name type population areaKm2
    overlaps(includeSlivers: true) {
      footprint { code name }
      population areaKm2 shareOfAuthorityPopulation shareOfAuthorityArea thicknessM isSliver sliverReason
    }
  }
}
`);

/** A council and its overlaps with footprints, slivers included. */
export type CouncilDetail = NonNullable<DataOf<typeof COUNCIL>["authority"]>;
export type CouncilOverlap = CouncilDetail["overlaps"][number];

export const councilQuery = (code: string, { edition }: Pick<ExplorerState, "edition">) =>
  bind(COUNCIL, { code, edition });
