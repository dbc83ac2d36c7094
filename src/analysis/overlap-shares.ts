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
  return {
    ofFootprintArea: shareOfFootprintArea(overlap, facts),
    ofAuthorityArea: shareOfAuthorityArea(overlap, facts),
    ofFootprintPopulation: shareOfFootprintPopulation(overlap, facts),
    ofAuthorityPopulation: shareOfAuthorityPopulation(overlap, facts),
  };
}

/** Each of them by itself, for those who ask for one. */
export function shareOfFootprintArea(overlap: Overlap, { footprintByCode }: IndexedFacts): number {
  return areaShare(overlap, footprintByCode.get(overlap.footprintCode));
}

export function shareOfAuthorityArea(overlap: Overlap, { authorityByCode }: IndexedFacts): number {
  return areaShare(overlap, authorityByCode.get(overlap.authorityCode));
}

export function shareOfFootprintPopulation(overlap: Overlap, { footprintByCode }: IndexedFacts): number | null {
  return populationShare(overlap, footprintByCode.get(overlap.footprintCode));
}

export function shareOfAuthorityPopulation(overlap: Overlap, { authorityByCode }: IndexedFacts): number | null {
  return populationShare(overlap, authorityByCode.get(overlap.authorityCode));
}

function areaShare(overlap: Overlap, side: Weighable | undefined): number {
  return share(overlap.areaM2, side?.areaM2 ?? 0) ?? 0;
}

function populationShare(overlap: Overlap, side: Weighable | undefined): number | null {
  if (overlap.population === null) return null;
  return share(overlap.population, side?.population ?? 0);
}
