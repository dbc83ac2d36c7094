import type { ExplorerState, Weight } from "../state/explorer-state.js";
import { type DataOf, graphql } from "./graphql.js";
import { bind } from "./query.js";

const DIVIDED_COUNCILS = graphql(`
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
`);

export type Spanning = DataOf<typeof DIVIDED_COUNCILS>;
/** A council in more than one footprint. */
export type SpanningCouncil = Spanning["spanningAuthorities"][number];
/** The count for every minimum share above `fromShare` and up to `toShare`. */
export type SensitivityStep = Spanning["spanningSensitivity"][number];

/** The divided councils under the state's filters; with `minShare` 0, `filterByMinShare` applies the minimum share. */
export const spanningQuery = (
  { edition, tier, types, weight }: Pick<ExplorerState, "edition" | "tier" | "types" | "weight">,
  minShare: number,
) => bind(DIVIDED_COUNCILS, { edition, tier, types: types.length === 0 ? null : types, minShare, weight });

/**
 * The councils that span when only overlaps of at least `minShare` count, from those that span when all count.
 *
 * Gives what the API gives for that minShare, without a request for each step of a slider.
 */
export function filterByMinShare(
  councils: readonly SpanningCouncil[],
  { minShare, weight }: { readonly minShare: number; readonly weight: Weight },
): readonly SpanningCouncil[] {
  return councils.flatMap((council) => {
    const overlaps = council.overlaps.filter((overlap) => (overlapShare(overlap, weight) ?? 0) >= minShare);
    return overlaps.length < 2 ? [] : [{ ...council, overlaps, footprintCount: overlaps.length }];
  });
}

/** The share of its council that an overlap covers, by people or by land. */
export function overlapShare(
  overlap: { readonly shareOfAuthorityPopulation: number | null; readonly shareOfAuthorityArea: number },
  weight: Weight,
): number | null {
  return weight === "AREA" ? overlap.shareOfAuthorityArea : overlap.shareOfAuthorityPopulation;
}
