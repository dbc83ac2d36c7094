import type { Tier } from "../model/area.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import { share } from "./share.js";
import { isSliver } from "./sliver.js";
import { type AmountOf, amountBy, type Weight } from "./weight.js";

/** Which overlaps are asked for. */
export interface OverlapFilter {
  readonly tier?: Tier | undefined;
  /** Only those of this footprint; of all when left out or null. */
  readonly footprintCode?: FootprintCode | null | undefined;
  /** Only those of this council; of all when left out or null. */
  readonly authorityCode?: AuthorityCode | null | undefined;
  /** The least share of the council, 0 to 1, by weight. */
  readonly minShare?: number | undefined;
  readonly weight?: Weight | undefined;
  readonly includeSlivers?: boolean | undefined;
  /** Metres; the edition's own when left out. */
  readonly toleranceM?: number | undefined;
}

/**
 * The overlaps of a tier that a filter lets through, by footprint and then council.
 *
 * @throws {PopulationUnknownError} for a least share by POPULATION in an edition without blocks.
 */
export function filteredOverlaps(
  facts: IndexedFacts,
  {
    tier = "UPPER",
    footprintCode = null,
    authorityCode = null,
    minShare = 0,
    weight = "POPULATION",
    includeSlivers = false,
    toleranceM = facts.edition.sliverToleranceM,
  }: OverlapFilter = {},
): readonly Overlap[] {
  const amountOf = minShare > 0 ? amountBy(weight, facts) : null;
  return facts.overlaps.filter(
    (overlap) =>
      overlap.tiers.includes(tier) &&
      (footprintCode === null || overlap.footprintCode === footprintCode) &&
      (authorityCode === null || overlap.authorityCode === authorityCode) &&
      (includeSlivers || !isSliver(overlap, facts, toleranceM)) &&
      (amountOf === null || shareOfAuthority(overlap, facts, amountOf) >= minShare),
  );
}

/** Below every share where nobody lives: 0 of 0 is none. */
function shareOfAuthority(overlap: Overlap, facts: IndexedFacts, amountOf: AmountOf): number {
  const authority = facts.authorityByCode.get(overlap.authorityCode);
  return authority === undefined ? -1 : (share(amountOf(overlap), amountOf(authority)) ?? -1);
}
