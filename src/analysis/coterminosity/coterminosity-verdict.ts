import type { Authority, Tier } from "../../model/area.js";
import type { FootprintCode } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { FootprintFit, Overlap } from "../../model/overlap.js";
import { UnknownTierError } from "../errors.js";
import { realOverlapsOfAuthority, realOverlapsOfFootprint } from "../filter-overlaps.js";

/**
 * How a footprint compares with the councils of a tier. SAME_AS_ONE: one whole council, nothing else. UNION_OF_WHOLE: two
 * or more whole councils, nothing else. PART_OF_ONE: inside one council. CROSSES: anything else. NONE: no council at all.
 */
export type CoterminosityVerdict = "SAME_AS_ONE" | "UNION_OF_WHOLE" | "PART_OF_ONE" | "CROSSES" | "NONE";

/** In the order that tables show them. */
export const COTERMINOSITY_VERDICTS: readonly CoterminosityVerdict[] = [
  "SAME_AS_ONE",
  "UNION_OF_WHOLE",
  "PART_OF_ONE",
  "CROSSES",
  "NONE",
];

/** Which councils a footprint is compared with. */
export interface CoterminosityOptions {
  readonly tier?: Tier | undefined;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/** The councils that make up a footprint, by its real overlaps. */
export interface Composition {
  /** Councils that lie wholly in the footprint, by code. */
  readonly wholeAuthorities: readonly Authority[];
  /** Overlaps with all other councils, by council code. */
  readonly partOverlaps: readonly Overlap[];
  /** Whether no piece of the footprint thicker than the tolerance lies outside every council. */
  readonly isCovered: boolean;
}

/**
 * The verdict on a footprint, compared with all councils together and never pair by pair.
 *
 * @throws {UnknownTierError} when the edition does not have the tier.
 */
export function coterminosityVerdict(
  code: FootprintCode,
  facts: IndexedFacts,
  options: CoterminosityOptions = {},
): CoterminosityVerdict {
  return verdictOf(composition(code, facts, options));
}

/** The verdict that follows from a composition. */
export function verdictOf({ wholeAuthorities, partOverlaps, isCovered }: Composition): CoterminosityVerdict {
  if (wholeAuthorities.length + partOverlaps.length === 0) return "NONE";
  if (!isCovered) return "CROSSES";
  if (partOverlaps.length === 0) return wholeAuthorities.length === 1 ? "SAME_AS_ONE" : "UNION_OF_WHOLE";
  return wholeAuthorities.length === 0 && partOverlaps.length === 1 ? "PART_OF_ONE" : "CROSSES";
}

/**
 * The councils that lie wholly in a footprint, and its overlaps with others.
 *
 * @throws {UnknownTierError} when the edition does not have the tier.
 */
export function composition(
  code: FootprintCode,
  facts: IndexedFacts,
  { tier = "UPPER", toleranceM = facts.edition.sliverToleranceM }: CoterminosityOptions = {},
): Composition {
  const wholeAuthorities: Authority[] = [];
  const partOverlaps: Overlap[] = [];
  for (const overlap of realOverlapsOfFootprint(code, facts, { tier, toleranceM })) {
    const authority = facts.authorityByCode.get(overlap.authorityCode);
    if (authority !== undefined && isWhole(overlap, facts, toleranceM)) wholeAuthorities.push(authority);
    else partOverlaps.push(overlap);
  }
  const isCovered = fitOf(code, facts, tier).uncoveredThicknessM <= toleranceM;
  return { wholeAuthorities, partOverlaps, isCovered };
}

/**
 * The measured fit of a footprint and a tier.
 *
 * @throws {UnknownTierError} when the edition does not have the tier.
 */
export function fitOf(code: FootprintCode, facts: IndexedFacts, tier: Tier): FootprintFit {
  const fit = facts.fitsByFootprint.get(code)?.find((candidate) => candidate.tier === tier);
  if (fit === undefined) throw new UnknownTierError(facts.edition.id, tier, facts.tiers);
  return fit;
}

/** Whether the council of a real overlap lies wholly in its footprint. */
function isWhole(overlap: Overlap, facts: IndexedFacts, toleranceM: number): boolean {
  if (overlap.outsideThicknessM > toleranceM) return false;
  return realOverlapsOfAuthority(overlap.authorityCode, facts, { toleranceM }).length === 1;
}
