import type { Tier } from "../model/area.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import { grouped } from "../model/grouped.js";
import type { FootprintFit, Overlap } from "../model/overlap.js";
import { holdsCircle } from "../overlap/holds-circle.js";
import { layerOverlaps } from "../overlap/layer-overlaps.js";
import { type SharedPair, sharedPairs } from "../overlap/shared-pairs.js";
import {
  disagreementThicknessM,
  outsideThicknessM,
  overlapThicknessM,
  uncoveredThicknessM,
} from "../overlap/thickness.js";
import type { LayerInPlane, MeasuredEdition } from "./measured-edition.js";

/** Every pair of a footprint and an area of another layer that share land or people. */
export function measuredPairs(
  footprints: LayerInPlane,
  others: LayerInPlane,
  populations: Int32Array | null,
): readonly SharedPair[] {
  const [inA, inB] = [footprints.areaOfBlock, others.areaOfBlock];
  const people = inA === null || inB === null || populations === null ? null : { inA, inB, populations };
  return sharedPairs(layerOverlaps(footprints.measured, others.measured), people);
}

/** The overlaps of an edition's footprints with the councils of one tier, thickness and all. */
export function measuredOverlaps(
  { footprints }: MeasuredEdition,
  councils: LayerInPlane,
  pairs: readonly SharedPair[],
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
      thicknessM: areaM2 === 0 ? 0 : overlapThicknessM(footprints.measured, footprint, councils.measured, other),
      outsideThicknessM: holdsCircle((councils.measured.areaM2[other] ?? 0) - areaM2)
        ? outsideThicknessM(footprints.measured, footprint, councils.measured, other)
        : 0,
    };
  });
}

const MOST = 0.5;

/** How each footprint fits the councils of a tier taken together; nothing for a tier without any. */
export function measuredFits(
  { footprints }: MeasuredEdition,
  councils: LayerInPlane,
  pairs: readonly SharedPair[],
  tier: Tier,
): FootprintFit[] {
  if (councils.areas.length === 0) return []; // an edition may have one tier only
  const councilM2 = (other: number) => councils.measured.areaM2[other] ?? 0;
  const pairsOf = grouped(pairs, ({ a }) => a);
  return footprints.areas.map(({ code }, footprint) => {
    const own = pairsOf.get(footprint) ?? [];
    const mostly = own.filter((pair) => pair.areaM2 > MOST * councilM2(pair.b));
    const footprintM2 = footprints.measured.areaM2[footprint] ?? 0;
    const uncoveredM2 = footprintM2 - own.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const differentM2 = mostly.reduce((sum, { areaM2, b }) => sum + councilM2(b) - 2 * areaM2, footprintM2);
    const mostlyInside = mostly.map(({ b }) => b);
    return {
      footprintCode: code as FootprintCode,
      tier,
      thickestDisagreementM: holdsCircle(differentM2)
        ? disagreementThicknessM(footprints.measured, footprint, councils.measured, mostlyInside)
        : 0,
      uncoveredThicknessM: holdsCircle(uncoveredM2)
        ? uncoveredThicknessM(footprints.measured, footprint, councils.measured)
        : 0,
    };
  });
}
