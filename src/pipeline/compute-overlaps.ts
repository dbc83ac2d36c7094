import {
  borderLengths,
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
import { compareText } from "../model/by-code.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import { groupBy } from "../model/group-by.js";
import type { Border, FootprintFit, Overlap } from "../model/overlap.js";
import type { EditionLayer, PreparedEdition } from "./prepare-layers.js";

/** The pairs of a footprint and an area of another layer that share land or people; `a` is the footprint's index. */
export interface LayerPairs {
  readonly upper: readonly OverlapPair[];
  readonly lower: readonly OverlapPair[];
  readonly members: readonly OverlapPair[];
}

/** Everything measured between the layers of an edition. */
export interface Measurements {
  readonly pairs: LayerPairs;
  /** Sorted by footprint and authority. */
  readonly overlaps: readonly Overlap[];
  /** Sorted by footprint, UPPER before LOWER. */
  readonly fits: readonly FootprintFit[];
  /** Sorted by both codes. */
  readonly borders: readonly Border[];
}

/** Measures how the footprints of an edition overlap its other layers and border on each other. */
export function computeMeasurements(edition: PreparedEdition): Measurements {
  const { source, footprints, upperTier, lowerTier, members } = edition;
  const people = source.blocks?.populations ?? null;
  const upper = computePairs(footprints, upperTier, people);
  const lower = computePairs(footprints, lowerTier, people);
  const tiersOf = tierLookup(edition);
  // A council in both tiers is measured once, on its upper-tier boundary.
  const lowerOnly = lower.filter(({ b }) => !tiersOf(codeAt(lowerTier, b)).includes("UPPER"));
  return {
    pairs: { upper, lower, members: computePairs(footprints, members, people) },
    overlaps: [
      ...computeOverlaps(footprints, upperTier, upper, tiersOf),
      ...computeOverlaps(footprints, lowerTier, lowerOnly, tiersOf),
    ].sort((a, b) => compareText(overlapKey(a), overlapKey(b))),
    fits: [
      ...computeFits(footprints, upperTier, upper, "UPPER"),
      ...computeFits(footprints, lowerTier, lower, "LOWER"),
    ].sort((a, b) => compareText(a.footprintCode, b.footprintCode)),
    borders: computeBorders(footprints),
  };
}

function computePairs(
  footprints: EditionLayer,
  others: EditionLayer,
  populations: Int32Array | null,
): readonly OverlapPair[] {
  const [inA, inB] = [footprints.areaOfBlock, others.areaOfBlock];
  const people = inA === null || inB === null || populations === null ? null : { inA, inB, populations };
  return overlapPairs(overlayAreas(footprints.prepared, others.prepared), people);
}

type TierLookup = (code: AuthorityCode) => readonly Tier[];

/** The tiers of each authority, UPPER before LOWER. */
export function tierLookup({ upperTier, lowerTier }: PreparedEdition): TierLookup {
  const upper = new Set(upperTier.areas.map(({ code }) => code));
  const lower = new Set(lowerTier.areas.map(({ code }) => code));
  return (code) => [...(upper.has(code) ? (["UPPER"] as const) : []), ...(lower.has(code) ? (["LOWER"] as const) : [])];
}

function codeAt({ areas }: EditionLayer, index: number): AuthorityCode {
  return areas[index]?.code as AuthorityCode;
}

function computeOverlaps(
  footprints: EditionLayer,
  councils: EditionLayer,
  pairs: readonly OverlapPair[],
  tiersOf: TierLookup,
): Overlap[] {
  return pairs.map(({ a: footprint, b: council, areaM2, population }) => {
    const authorityCode = codeAt(councils, council);
    return {
      footprintCode: footprints.areas[footprint]?.code as FootprintCode,
      authorityCode,
      tiers: tiersOf(authorityCode),
      areaM2,
      population,
      thicknessM: areaM2 === 0 ? 0 : overlapThicknessM(footprints.prepared, footprint, councils.prepared, council),
      outsideThicknessM: canContainCircle((councils.prepared.areaM2[council] ?? 0) - areaM2)
        ? outsideThicknessM(footprints.prepared, footprint, councils.prepared, council)
        : 0,
    };
  });
}

function overlapKey({ footprintCode, authorityCode }: Overlap): string {
  return `${footprintCode} ${authorityCode}`;
}

const MAJORITY_SHARE = 0.5;

/** How each footprint fits the councils of a tier taken together; nothing for a tier without councils. */
function computeFits(
  footprints: EditionLayer,
  councils: EditionLayer,
  pairs: readonly OverlapPair[],
  tier: Tier,
): FootprintFit[] {
  if (councils.areas.length === 0) return [];
  const councilM2 = (council: number) => councils.prepared.areaM2[council] ?? 0;
  const pairsByFootprint = groupBy(pairs, ({ a }) => a);
  return footprints.areas.map(({ code }, footprint) => {
    const own = pairsByFootprint.get(footprint) ?? [];
    const majority = own.filter(({ areaM2, b }) => areaM2 > MAJORITY_SHARE * councilM2(b));
    const footprintM2 = footprints.prepared.areaM2[footprint] ?? 0;
    const uncoveredM2 = footprintM2 - own.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const differentM2 = majority.reduce((sum, { areaM2, b }) => sum + councilM2(b) - 2 * areaM2, footprintM2);
    const majorityCouncils = majority.map(({ b }) => b);
    return {
      footprintCode: code as FootprintCode,
      tier,
      thickestDisagreementM: canContainCircle(differentM2)
        ? disagreementThicknessM(footprints.prepared, footprint, councils.prepared, majorityCouncils)
        : 0,
      uncoveredThicknessM: canContainCircle(uncoveredM2)
        ? uncoveredThicknessM(footprints.prepared, footprint, councils.prepared)
        : 0,
    };
  });
}

function computeBorders({ areas, prepared }: EditionLayer): Border[] {
  return borderLengths(prepared)
    .map(({ a, b, lengthM }): Border => {
      const codes = [areas[a]?.code, areas[b]?.code].sort() as [FootprintCode, FootprintCode];
      return { footprintCodes: codes, lengthM };
    })
    .sort((a, b) => compareText(a.footprintCodes.join(), b.footprintCodes.join()));
}
