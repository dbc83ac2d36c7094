import type { AuthorityType, ExplorerState, Weight } from "../state/explorer-state.js";
import type { Query } from "./query.js";

/** One piece of a council that lies in several footprints. */
export interface SpanningOverlap {
  readonly footprint: { readonly code: string; readonly name: string };
  readonly population: number | null;
  readonly areaKm2: number;
  readonly shareOfAuthorityPopulation: number | null;
  readonly shareOfAuthorityArea: number;
  readonly thicknessM: number;
}

/** A council in more than one footprint. */
export interface SpanningCouncil {
  readonly authority: { readonly code: string; readonly name: string; readonly type: AuthorityType };
  readonly footprintCount: number;
  readonly shareOutsideMain: number;
  readonly mainDiffersByWeight: boolean;
  readonly overlaps: readonly SpanningOverlap[];
}

/** The count for every least share above `fromShare` and up to `toShare`. */
export interface SensitivityStep {
  readonly fromShare: number;
  readonly toShare: number;
  readonly count: number;
  readonly leaving: readonly { readonly name: string }[];
}

export interface Spanning {
  readonly spanningAuthorities: readonly SpanningCouncil[];
  readonly spanningSensitivity: readonly SensitivityStep[];
}

const QUERY = `
query DividedCouncils($edition: ID, $tier: Tier, $types: [AuthorityType!], $minShare: Share, $weight: Weight) {
  spanningAuthorities(edition: $edition, tier: $tier, types: $types, minShare: $minShare, weight: $weight) {
    authority { code name type }
    footprintCount shareOutsideMain mainDiffersByWeight
    overlaps {
      footprint { code name }
      population areaKm2 shareOfAuthorityPopulation shareOfAuthorityArea thicknessM
    }
  }
  spanningSensitivity(edition: $edition, tier: $tier, types: $types, weight: $weight) {
    fromShare toShare count leaving { name }
  }
}
`;

/** The divided councils under the state's filters; `minShare` 0 leaves the least share to `atLeast`. */
export function spanningQuery(
  { edition, tier, types, weight }: Pick<ExplorerState, "edition" | "tier" | "types" | "weight">,
  minShare: number,
): Query<Spanning> {
  return { query: QUERY, variables: { edition, tier, types: types.length === 0 ? null : types, minShare, weight } };
}

/**
 * The councils that span when only pieces of at least `least` count, from those that span when all count: what the API
 * gives for that minShare, without asking anew while a slider moves.
 */
export function filterByMinShare(
  councils: readonly SpanningCouncil[],
  { least, weight }: { readonly least: number; readonly weight: Weight },
): readonly SpanningCouncil[] {
  return councils.flatMap((council) => {
    const overlaps = council.overlaps.filter((overlap) => (overlapShare(overlap, weight) ?? 0) >= least);
    return overlaps.length < 2 ? [] : [{ ...council, overlaps, footprintCount: overlaps.length }];
  });
}

/** The share of its council that a piece is. */
export function overlapShare(overlap: SpanningOverlap, weight: Weight): number | null {
  return weight === "AREA" ? overlap.shareOfAuthorityArea : overlap.shareOfAuthorityPopulation;
}
