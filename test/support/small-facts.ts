import fc from "fast-check";
import type { Authority, AuthorityType, Footprint, Tier } from "../../src/model/area.js";
import type { AuthorityCode, EditionId, FootprintCode } from "../../src/model/code.js";
import type { Edition } from "../../src/model/edition.js";
import { type EditionFacts, type IndexedFacts, indexFacts } from "../../src/model/facts.js";
import { groupBy } from "../../src/model/group-by.js";
import type { FootprintFit, Overlap } from "../../src/model/overlap.js";

/** One overlap of a small made-up map. Left out: 1 km2, as many people as km2 times 100, 5 km thick. */
export interface SmallOverlap {
  readonly footprint: string;
  readonly authority: string;
  readonly areaKm2?: number;
  readonly people?: number | null;
  readonly thicknessM?: number;
  /** Left out: 0 when this is the council's only overlap, else 5 km. */
  readonly outsideThicknessM?: number;
}

export interface SmallOptions {
  /** Types of councils by code; UNITARY when left out. */
  readonly types?: Readonly<Record<string, AuthorityType>>;
  readonly fits?: Readonly<Record<string, Partial<FootprintFit>>>;
  readonly toleranceM?: number;
  readonly more?: Partial<EditionFacts>;
}

const THICK_M = 5_000;
const TIERS_OF: Readonly<Record<AuthorityType, readonly Tier[]>> = {
  COUNTY: ["UPPER"],
  DISTRICT: ["LOWER"],
  UNITARY: ["UPPER", "LOWER"],
  METROPOLITAN_DISTRICT: ["UPPER", "LOWER"],
  LONDON_BOROUGH: ["UPPER", "LOWER"],
  OTHER: ["LOWER"],
};

/** Facts of a made-up map: every footprint and council is the sum of its overlaps (of UPPER ones, for a footprint). */
export function smallFacts(pairs: readonly SmallOverlap[], options: SmallOptions = {}): IndexedFacts {
  const { types = {}, fits = {}, toleranceM = 100, more = {} } = options;
  const tiersOf = (code: string) => TIERS_OF[types[code] ?? "UNITARY"];
  const pairsOf = groupBy(pairs, ({ authority }) => authority);
  const overlaps = pairs.map((pair): Overlap => {
    const isOnly = pairsOf.get(pair.authority)?.length === 1;
    return {
      footprintCode: pair.footprint as FootprintCode,
      authorityCode: pair.authority as AuthorityCode,
      tiers: tiersOf(pair.authority),
      areaM2: (pair.areaKm2 ?? 1) * 1e6,
      population: pair.people === undefined ? (pair.areaKm2 ?? 1) * 100 : pair.people,
      thicknessM: pair.thicknessM ?? THICK_M,
      outsideThicknessM: pair.outsideThicknessM ?? (isOnly ? 0 : THICK_M),
    };
  });
  const ofFootprint = groupBy(overlaps, ({ footprintCode }) => footprintCode as string);
  const ofAuthority = groupBy(overlaps, ({ authorityCode }) => authorityCode as string);
  const footprints = uniqueCodes(pairs.map(({ footprint }) => footprint)).map((code): Footprint => {
    const own = ofFootprint.get(code) ?? [];
    const counted = own.some(({ tiers }) => tiers.includes("UPPER"))
      ? own.filter(({ tiers }) => tiers.includes("UPPER"))
      : own;
    return { code: code as FootprintCode, odsCode: null, name: code, aliases: [], ...total(counted) };
  });
  const authorities = uniqueCodes(pairs.map(({ authority }) => authority)).map(
    (code): Authority => ({
      code: code as AuthorityCode,
      name: code,
      aliases: [],
      type: types[code] ?? "UNITARY",
      tiers: tiersOf(code),
      ...total(ofAuthority.get(code) ?? []),
    }),
  );
  return indexFacts({
    edition: smallEdition(toleranceM),
    footprints,
    authorities,
    members: [],
    overlaps: overlaps.sort((one, other) =>
      one.footprintCode + one.authorityCode < other.footprintCode + other.authorityCode ? -1 : 1,
    ),
    fits: footprints.flatMap(({ code }) =>
      (["UPPER", "LOWER"] as const).map((tier) => ({
        footprintCode: code,
        tier,
        thickestDisagreementM: 0,
        uncoveredThicknessM: 0,
        ...fits[code],
      })),
    ),
    borders: [],
    quality: { worstResidual: 0, checks: [] },
    schemes: [],
    ratings: [],
    claims: [],
    parts: [],
    leaders: [],
    ...more,
  });
}

function smallEdition(sliverToleranceM: number): Edition {
  return {
    id: "made-up" as EditionId,
    title: "A made-up map",
    date: "2017-12-31",
    footprintKind: "footprint",
    authorityKind: "council",
    memberKind: "member",
    sliverToleranceM,
    populationBasis: null,
    codeForms: [],
    layerCodeForms: { footprints: [], upper_tier: [], lower_tier: [], members: [] },
    ratingScheme: null,
    sources: [],
    notes: [],
  };
}

function total(overlaps: readonly Overlap[]) {
  const people = overlaps.map(({ population }) => population);
  return {
    areaM2: overlaps.reduce((sum, { areaM2 }) => sum + areaM2, 0),
    population: people.includes(null) ? null : people.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    bbox: [0, 0, 1, 1] as const,
    centre: [0.5, 0.5] as const,
  };
}

function uniqueCodes(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}

/** Made-up maps of a few footprints and councils, with slivers, empty land and ties. */
export const anySmallFacts = fc
  .uniqueArray(
    fc.record({
      footprint: fc.constantFrom("F", "G", "H", "I"),
      authority: fc.constantFrom("A", "B", "C", "D", "E"),
      areaKm2: fc.integer({ min: 1, max: 20 }),
      people: fc.integer({ min: 0, max: 20 }),
      thicknessM: fc.constantFrom(5, 100, 5_000),
    }),
    { minLength: 1, maxLength: 14, selector: ({ footprint, authority }) => footprint + authority },
  )
  .map((pairs) => smallFacts(pairs));
