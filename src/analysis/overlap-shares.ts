import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import { share } from "./share.js";
import type { Weighable } from "./weight.js";

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

function areaShare(overlap: Overlap, side: Weighable | undefined): number {
  return share(overlap.areaM2, side?.areaM2 ?? 0) ?? 0;
}

function populationShare(overlap: Overlap, side: Weighable | undefined): number | null {
  if (overlap.population === null) return null;
  return share(overlap.population, side?.population ?? 0);
}
