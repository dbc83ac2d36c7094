import type { Tier } from "../model/area.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import type { FootprintFit, Overlap } from "../model/overlap.js";
import { IN_NONE } from "../overlap/areas-at-points.js";
import { layerOverlaps } from "../overlap/layer-overlaps.js";
import {
  disagreementThicknessM,
  outsideThicknessM,
  overlapThicknessM,
  uncoveredThicknessM,
} from "../overlap/thickness.js";
import type { LayerInPlane, MeasuredEdition } from "./measured-edition.js";

/** A footprint and an area of another layer, by index, with what they share. */
export interface MeasuredPair {
  readonly footprint: number;
  readonly other: number;
  readonly areaM2: number;
  /** null when the edition has no blocks. */
  readonly population: number | null;
}

/** Every pair of a footprint and an area of another layer that share land or people, by index. */
export function measuredPairs(
  footprints: LayerInPlane,
  others: LayerInPlane,
  people: Int32Array | null,
): MeasuredPair[] {
  const key = (footprint: number, other: number) => footprint * others.areas.length + other;
  const areas = new Map(
    layerOverlaps(footprints.measured, others.measured).map(({ a, b, areaM2 }) => [key(a, b), areaM2]),
  );
  const populations = pairPopulations(footprints, others, people, key);
  const keys = [...new Set([...areas.keys(), ...(populations?.keys() ?? [])])].sort((a, b) => a - b);
  return keys.map((pair) => ({
    footprint: Math.floor(pair / others.areas.length),
    other: pair % others.areas.length,
    areaM2: areas.get(pair) ?? 0,
    population: populations === null ? null : (populations.get(pair) ?? 0),
  }));
}

function pairPopulations(
  footprints: LayerInPlane,
  others: LayerInPlane,
  people: Int32Array | null,
  key: (footprint: number, other: number) => number,
): Map<number, number> | null {
  if (footprints.areaOfBlock === null || others.areaOfBlock === null || people === null) return null;
  const populations = new Map<number, number>();
  for (const [block, population] of people.entries()) {
    const footprint = footprints.areaOfBlock[block] ?? IN_NONE;
    const other = others.areaOfBlock[block] ?? IN_NONE;
    if (footprint === IN_NONE || other === IN_NONE) continue;
    populations.set(key(footprint, other), (populations.get(key(footprint, other)) ?? 0) + population);
  }
  return populations;
}

/** The overlaps of an edition's footprints with the councils of one tier, thickness and all. */
export function measuredOverlaps(
  { footprints }: MeasuredEdition,
  councils: LayerInPlane,
  pairs: readonly MeasuredPair[],
  tiersOf: (code: AuthorityCode) => readonly Tier[],
): Overlap[] {
  return pairs.map(({ footprint, other, areaM2, population }) => {
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

const THINNEST_M = 1; // thickness is measured to a metre

/** Whether so many square metres could hold a circle that counts. Where they could not, nobody looks for one. */
function holdsCircle(areaM2: number): boolean {
  return areaM2 >= (Math.PI / 4) * THINNEST_M ** 2;
}

const MOST = 0.5;

/** How each footprint fits the councils of a tier taken together; nothing for a tier without any. */
export function measuredFits(
  { footprints }: MeasuredEdition,
  councils: LayerInPlane,
  pairs: readonly MeasuredPair[],
  tier: Tier,
): FootprintFit[] {
  if (councils.areas.length === 0) return []; // an edition may have one tier only
  const councilM2 = (other: number) => councils.measured.areaM2[other] ?? 0;
  return footprints.areas.map(({ code }, footprint) => {
    const own = pairs.filter((pair) => pair.footprint === footprint);
    const mostly = own.filter((pair) => pair.areaM2 > MOST * councilM2(pair.other));
    const footprintM2 = footprints.measured.areaM2[footprint] ?? 0;
    const uncoveredM2 = footprintM2 - own.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const differentM2 = mostly.reduce((sum, { areaM2, other }) => sum + councilM2(other) - 2 * areaM2, footprintM2);
    const mostlyInside = mostly.map(({ other }) => other);
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
