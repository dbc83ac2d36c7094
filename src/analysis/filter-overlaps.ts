import type { Tier } from "../model/area.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import { safeShare } from "./shares.js";
import { isSliver } from "./sliver.js";
import { type Weight, type WeightFunction, weightFunction } from "./weight.js";

/** Which overlaps to list. */
export interface OverlapFilter {
  readonly tier?: Tier | undefined;
  /** Only overlaps with this footprint; with all when omitted or null. */
  readonly footprintCode?: FootprintCode | null | undefined;
  /** Only overlaps with this council; with all when omitted or null. */
  readonly authorityCode?: AuthorityCode | null | undefined;
  /** Minimum share of the council, 0 to 1, by weight. */
  readonly minShare?: number | undefined;
  readonly weight?: Weight | undefined;
  readonly includeSlivers?: boolean | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/**
 * The overlaps of a tier that pass a filter, by footprint and then council.
 *
 * @throws {UnknownPopulationError} for a minimum share by POPULATION in an edition without blocks.
 */
export function filterOverlaps(
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
  const amountOf = minShare > 0 ? weightFunction(weight, facts) : null;
  return facts.overlaps.filter(
    (overlap) =>
      overlap.tiers.includes(tier) &&
      (footprintCode === null || overlap.footprintCode === footprintCode) &&
      (authorityCode === null || overlap.authorityCode === authorityCode) &&
      (includeSlivers || !isSliver(overlap, facts, toleranceM)) &&
      (amountOf === null || shareOfAuthority(overlap, facts, amountOf) >= minShare),
  );
}

/** -1, below every share, for 0 of 0. */
function shareOfAuthority(overlap: Overlap, facts: IndexedFacts, amountOf: WeightFunction): number {
  const authority = facts.authorityByCode.get(overlap.authorityCode);
  return authority === undefined ? -1 : (safeShare(amountOf(overlap), amountOf(authority)) ?? -1);
}

/** Which overlaps count as real. */
interface RealOverlapOptions {
  /** Only with councils of this tier; of both when omitted. */
  readonly tier?: Tier | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

const NONE: readonly Overlap[] = [];

/** The overlaps that are not slivers, in their original order. */
export function realOverlaps(
  overlaps: readonly Overlap[],
  facts: IndexedFacts,
  { tier, toleranceM = facts.edition.sliverToleranceM }: RealOverlapOptions = {},
): readonly Overlap[] {
  return overlaps.filter(
    (overlap) => (tier === undefined || overlap.tiers.includes(tier)) && !isSliver(overlap, facts, toleranceM),
  );
}

/** A footprint's real overlaps, by council code; empty for an unknown code. */
export function realOverlapsOfFootprint(
  code: FootprintCode,
  facts: IndexedFacts,
  options: RealOverlapOptions = {},
): readonly Overlap[] {
  return realOverlaps(facts.overlapsByFootprint.get(code) ?? NONE, facts, options);
}

/** A council's real overlaps, by footprint code; empty for an unknown code. */
export function realOverlapsOfAuthority(
  code: AuthorityCode,
  facts: IndexedFacts,
  options: RealOverlapOptions = {},
): readonly Overlap[] {
  return realOverlaps(facts.overlapsByAuthority.get(code) ?? NONE, facts, options);
}
