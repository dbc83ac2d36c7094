import type { Tier } from "../model/area.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import { isSliver } from "./sliver.js";

/** Which overlaps to keep. */
export interface RealOverlapOptions {
  /** Only with councils of this tier; of both when left out. */
  readonly tier?: Tier | undefined;
  /** Metres; the edition's own when left out. */
  readonly toleranceM?: number | undefined;
}

const NONE: readonly Overlap[] = [];

/** The overlaps among those given that are not slivers, in the order they came. */
export function realOverlaps(
  overlaps: readonly Overlap[],
  facts: IndexedFacts,
  { tier, toleranceM = facts.edition.sliverToleranceM }: RealOverlapOptions = {},
): readonly Overlap[] {
  return overlaps.filter(
    (overlap) => (tier === undefined || overlap.tiers.includes(tier)) && !isSliver(overlap, facts, toleranceM),
  );
}

/** A footprint's real overlaps, by council code; none for a code that is not there. */
export function realOverlapsOfFootprint(
  code: FootprintCode,
  facts: IndexedFacts,
  options: RealOverlapOptions = {},
): readonly Overlap[] {
  return realOverlaps(facts.overlapsByFootprint.get(code) ?? NONE, facts, options);
}

/** A council's real overlaps, by footprint code; none for a code that is not there. */
export function realOverlapsOfAuthority(
  code: AuthorityCode,
  facts: IndexedFacts,
  options: RealOverlapOptions = {},
): readonly Overlap[] {
  return realOverlaps(facts.overlapsByAuthority.get(code) ?? NONE, facts, options);
}
