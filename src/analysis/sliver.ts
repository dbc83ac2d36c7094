import type { IndexedFacts } from "../model/facts.js";
import type { Overlap } from "../model/overlap.js";
import { overlapShares } from "./shares.js";
import { distinctMetres, percentText } from "./text/english.js";

/** An overlap that is more than this share of either side's land is real, however thin. */
const MAX_SLIVER_SHARE = 0.5;

/**
 * Whether an overlap exists only because the two layers were drawn separately: it is no thicker than the tolerance
 * (metres, the edition's own when omitted) and not more than half of either side's land.
 */
export function isSliver(
  overlap: Overlap,
  facts: IndexedFacts,
  toleranceM: number = facts.edition.sliverToleranceM,
): boolean {
  return overlap.thicknessM <= toleranceM && !isMostOfEither(overlap, facts);
}

/** The same rule for any two shapes, by the area and thickness they share and the area of each, square metres. */
export function isSliverBetween(
  { areaM2, thicknessM }: { readonly areaM2: number; readonly thicknessM: number },
  sidesM2: readonly [one: number, other: number],
  toleranceM: number,
): boolean {
  return thicknessM <= toleranceM && sidesM2.every((sideM2) => areaM2 <= MAX_SLIVER_SHARE * sideM2);
}

/** Why an overlap is real or a sliver: one sentence with the figures. */
export function sliverReason(
  overlap: Overlap,
  facts: IndexedFacts,
  toleranceM: number = facts.edition.sliverToleranceM,
): string {
  const [thickness, tolerance] = distinctMetres(overlap.thicknessM, toleranceM);
  if (overlap.thicknessM > toleranceM) {
    return `Real: a circle ${thickness} across fits inside it, more than the tolerance of ${tolerance}.`;
  }
  const { ofFootprintArea, ofAuthorityArea } = overlapShares(overlap, facts);
  const shares = `${percentText(ofFootprintArea)} of the footprint's land and ${percentText(ofAuthorityArea)} of the ${facts.edition.authorityKind}'s`;
  if (isMostOfEither(overlap, facts)) {
    return `Real: at ${thickness} it is no thicker than the tolerance of ${tolerance}, but it is ${shares}, more than half of one of them.`;
  }
  return `Sliver: no circle more than ${thickness} across fits inside it, within the tolerance of ${tolerance}, and it is only ${shares}.`;
}

function isMostOfEither(overlap: Overlap, facts: IndexedFacts): boolean {
  const footprint = facts.footprintByCode.get(overlap.footprintCode);
  if (footprint !== undefined && overlap.areaM2 > MAX_SLIVER_SHARE * footprint.areaM2) return true;
  const authority = facts.authorityByCode.get(overlap.authorityCode);
  return authority !== undefined && overlap.areaM2 > MAX_SLIVER_SHARE * authority.areaM2;
}
