import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import type { Weighted } from "./weight.js";

/** What two measurements of one area may differ by, as a share of it: rounding, and far less than any border is known to. */
const ROUNDING = 1e-12;

/**
 * Part of a whole, 0 to 1, not rounded; null for 0 of 0.
 *
 * Part and whole are measured apart, so a part that is the whole may come out above or below it in the last digits; that is 1.
 */
export function safeShare(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  if (part >= whole * (1 - ROUNDING)) return 1;
  return Math.max(0, part / whole);
}

/** What an overlap is of its two sides: shares 0 to 1, not rounded. */
export interface OverlapShares {
  readonly ofFootprintArea: number;
  readonly ofAuthorityArea: number;
  /** null when people are not known, or nobody lives in the footprint. */
  readonly ofFootprintPopulation: number | null;
  /** null when people are not known, or nobody lives in the council. */
  readonly ofAuthorityPopulation: number | null;
}

/** The shares of both sides, by land and by people. A side that the facts do not hold gives 0 by land, null by people. */
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

/** Land shared as a share of one side's land; 0 when the facts do not hold the side. */
export function areaShare(overlap: Overlap, side: Weighted | undefined): number {
  return safeShare(overlap.areaM2, side?.areaM2 ?? 0) ?? 0;
}

/** Residents of both as a share of one side's; null when people are not known or nobody lives in the side. */
export function populationShare(overlap: Overlap, side: Weighted | undefined): number | null {
  if (overlap.population === null) return null;
  return safeShare(overlap.population, side?.population ?? 0);
}
