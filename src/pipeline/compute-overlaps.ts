import {
  canContainCircle,
  disagreementThicknessM,
  type OverlapPair,
  outsideThicknessM,
  overlapPairs,
  overlapThicknessM,
  overlayAreas,
  uncoveredThicknessM,
} from "@coterminous/overlap";
import type { Tier } from "../model/area.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import { groupBy } from "../model/group-by.js";
import type { FootprintFit, Overlap } from "../model/overlap.js";
import type { EditionLayer, PreparedEdition } from "./prepare-layers.js";

/** Every pair of a footprint and an area of another layer that share land or people. */
export function computePairs(
  footprints: EditionLayer,
  others: EditionLayer,
  populations: Int32Array | null,
): readonly OverlapPair[] {
  const [inA, inB] = [footprints.areaOfBlock, others.areaOfBlock];
  const people = inA === null || inB === null || populations === null ? null : { inA, inB, populations };
  return overlapPairs(overlayAreas(footprints.prepared, others.prepared), people);
}

/** The overlaps of an edition's footprints with the councils of one tier, thickness and all. */
export function computeOverlaps(
  { footprints }: PreparedEdition,
  councils: EditionLayer,
  pairs: readonly OverlapPair[],
  tiersOf: (code: AuthorityCode) => readonly Tier[],
): Overlap[] {
  return pairs.map(({ a: footprint, b: other, areaM2, population }) => {
    const authorityCode = councils.areas[other]?.code as AuthorityCode;
    return {
      footprintCode: footprints.areas[footprint]?.code as FootprintCode,
      authorityCode,
      tiers: tiersOf(authorityCode),
      areaM2,
      population,
      thicknessM: areaM2 === 0 ? 0 : overlapThicknessM(footprints.prepared, footprint, councils.prepared, other),
      outsideThicknessM: canContainCircle((councils.prepared.areaM2[other] ?? 0) - areaM2)
        ? outsideThicknessM(footprints.prepared, footprint, councils.prepared, other)
        : 0,
    };
  });
}

const MAJORITY_SHARE = 0.5;

/** How each footprint fits the councils of a tier taken together; nothing for a tier without any. */
export function computeFits(
  { footprints }: PreparedEdition,
  councils: EditionLayer,
  pairs: readonly OverlapPair[],
  tier: Tier,
): FootprintFit[] {
  if (councils.areas.length === 0) return []; // an edition may have one tier only
  const councilM2 = (other: number) => councils.prepared.areaM2[other] ?? 0;
  const pairsOf = groupBy(pairs, ({ a }) => a);
  return footprints.areas.map(({ code }, footprint) => {
    const own = pairsOf.get(footprint) ?? [];
    const mostly = own.filter((pair) => pair.areaM2 > MAJORITY_SHARE * councilM2(pair.b));
    const footprintM2 = footprints.prepared.areaM2[footprint] ?? 0;
    const uncoveredM2 = footprintM2 - own.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const differentM2 = mostly.reduce((sum, { areaM2, b }) => sum + councilM2(b) - 2 * areaM2, footprintM2);
    const mostlyInside = mostly.map(({ b }) => b);
    return {
      footprintCode: code as FootprintCode,
      tier,
      thickestDisagreementM: canContainCircle(differentM2)
        ? disagreementThicknessM(footprints.prepared, footprint, councils.prepared, mostlyInside)
        : 0,
      uncoveredThicknessM: canContainCircle(uncoveredM2)
        ? uncoveredThicknessM(footprints.prepared, footprint, councils.prepared)
        : 0,
    };
  });
}
