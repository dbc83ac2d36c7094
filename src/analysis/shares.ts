import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import type { Weighted } from "./weight.js";

/** Maximum relative difference of two measurements of one area by rounding; far below the accuracy of any boundary. */
const ROUNDING = 1e-12;

/**
 * Part of a whole, 0 to 1, not rounded; null for 0 of 0.
 *
 * Part and whole are measured separately, so a part that is the whole may differ from it in the last digits; that is 1.
 */
export function safeShare(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  if (part >= whole * (1 - ROUNDING)) return 1;
  return Math.max(0, part / whole);
}

/** An overlap as shares of its two sides, 0 to 1, not rounded. */
interface OverlapShares {
  readonly ofFootprintArea: number;
  readonly ofAuthorityArea: number;
  /** null without population data, or when the footprint has no residents. */
  readonly ofFootprintPopulation: number | null;
  /** null without population data, or when the council has no residents. */
  readonly ofAuthorityPopulation: number | null;
}

/** The shares of both sides, by land and by people. An unknown side gives 0 by land, null by people. */
export function overlapShares(overlap: Overlap, facts: IndexedFacts): OverlapShares {
  const footprint = facts.footprintByCode.get(overlap.footprintCode);
  const authority = facts.authorityByCode.get(overlap.authorityCode);
  return {
    ofFootprintArea: areaShare(overlap, footprint),
    ofAuthorityArea: areaShare(overlap, authority),
    ofFootprintPopulation: populationShare(overlap, footprint),
    ofAuthorityPopulation: populationShare(overlap, authority),
  };
}

/** The overlap's land as a share of one side's; 0 for an unknown side. */
export function areaShare(overlap: Overlap, side: Weighted | undefined): number {
  return safeShare(overlap.areaM2, side?.areaM2 ?? 0) ?? 0;
}

/** The overlap's residents as a share of one side's; null without population data or residents. */
export function populationShare(overlap: Overlap, side: Weighted | undefined): number | null {
  if (overlap.population === null) return null;
  return safeShare(overlap.population, side?.population ?? 0);
}
