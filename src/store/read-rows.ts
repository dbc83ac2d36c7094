import type { LonLat, LonLatBox } from "@coterminous/overlap";
import type { Authority, AuthorityType, Blocks, Footprint, Member, Tier } from "../model/area.js";
import type { FootprintPart, Leader, ReportedClaim } from "../model/claims.js";
import type { AuthorityCode, EditionId, FootprintCode, MemberCode } from "../model/code.js";
import type { Edition, Source } from "../model/edition.js";
import type { QualityCheck } from "../model/facts.js";
import type { Border, FootprintFit, Overlap } from "../model/overlap.js";
import type { SchemeValue, SourcedRating } from "../model/rating.js";

// One function for each table, from a row to a record. The schema guarantees the types: its tables are strict.

type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

export function toEdition(row: Row, sources: readonly Source[]): Edition {
  return {
    id: row.edition_id as EditionId,
    title: row.title as string,
    date: row.date as string,
    footprintKind: row.footprint_kind as string,
    authorityKind: row.authority_kind as string,
    memberKind: row.member_kind as string,
    sliverToleranceM: row.sliver_tolerance_m as number,
    populationBasis: row.population_basis as string | null,
    codeForms: JSON.parse(row.code_forms as string) as Edition["codeForms"],
    layerCodeForms: JSON.parse(row.layer_code_forms as string) as Edition["layerCodeForms"],
    ratingScheme:
      row.rating_scheme_title === null
        ? null
        : { title: row.rating_scheme_title as string, date: row.rating_scheme_date as string },
    sources,
    notes: JSON.parse(row.notes as string) as string[],
  };
}

export function toAlias(row: Row): string {
  return row.alias as string;
}

export function toSource(row: Row): Source {
  return {
    title: row.title as string,
    publisher: row.publisher as string,
    licence: row.licence as string,
    url: row.url as string | null,
    attribution: row.attribution as string,
    sha256: row.sha256 as string | null,
  };
}

export function toFootprint(row: Row, aliases: readonly string[]): Footprint {
  return { code: row.code as FootprintCode, odsCode: row.ods_code as string | null, aliases, ...toMeasurements(row) };
}

export function toAuthority(row: Row, aliases: readonly string[]): Authority {
  return {
    code: row.code as AuthorityCode,
    type: row.type as AuthorityType,
    tiers: tiersOf(row),
    aliases,
    ...toMeasurements(row),
  };
}

export function toMember(row: Row, aliases: readonly string[]): Member {
  return {
    code: row.code as MemberCode,
    odsCode: row.ods_code as string | null,
    footprintCode: row.footprint_code as FootprintCode,
    aliases,
    ...toMeasurements(row),
  };
}

function toMeasurements(row: Row) {
  return {
    name: row.name as string,
    areaM2: row.area_m2 as number,
    population: row.population as number | null,
    bbox: [row.west, row.south, row.east, row.north] as unknown as LonLatBox,
    centre: [row.centre_lon, row.centre_lat] as unknown as LonLat,
  };
}

function tiersOf(row: Row): Tier[] {
  const tiers: Tier[] = [];
  if (row.is_upper === 1) tiers.push("UPPER");
  if (row.is_lower === 1) tiers.push("LOWER");
  return tiers;
}

/** From a row of overlap joined with its authority's tiers. */
export function toOverlap(row: Row): Overlap {
  return {
    footprintCode: row.footprint_code as FootprintCode,
    authorityCode: row.authority_code as AuthorityCode,
    tiers: tiersOf(row),
    areaM2: row.area_m2 as number,
    population: row.population as number | null,
    thicknessM: row.thickness_m as number,
    outsideThicknessM: row.outside_thickness_m as number,
  };
}

export function toFit(row: Row): FootprintFit {
  return {
    footprintCode: row.footprint_code as FootprintCode,
    tier: row.tier as Tier,
    thickestDisagreementM: row.thickest_disagreement_m as number,
    uncoveredThicknessM: row.uncovered_thickness_m as number,
  };
}

export function toBorder(row: Row): Border {
  return {
    footprintCodes: [row.footprint_code as FootprintCode, row.other_code as FootprintCode],
    lengthM: row.length_m as number,
  };
}

export function toSchemeValue(row: Row): SchemeValue {
  return {
    measure: row.measure as string,
    rank: row.rank as number | null,
    rating: row.rating as string,
    label: row.label as string,
    publishedTotal: row.published_total as number | null,
  };
}

export function toRating(row: Row): SourcedRating {
  return {
    footprintCode: row.footprint_code as FootprintCode,
    measure: row.measure as string,
    rating: row.rating as string,
    confidence: row.confidence as string,
    sources: JSON.parse(row.sources as string) as string[],
  };
}

export function toClaim(row: Row): ReportedClaim {
  return {
    id: row.claim_id as string,
    kind: row.kind as string,
    subject: row.subject as string | null,
    value: row.reported as string,
    statement: row.statement as string,
    source: row.source as string,
  };
}

export function toPart(row: Row): FootprintPart {
  return {
    footprintCode: row.footprint_code as FootprintCode,
    name: row.name as string,
    memberCodes: JSON.parse(row.member_codes as string) as MemberCode[],
    source: row.source as string,
  };
}

export function toLeader(row: Row): Leader {
  return {
    footprintCode: row.footprint_code as FootprintCode,
    name: row.name as string,
    organisation: row.organisation as string,
    sector: row.sector as string,
    source: row.source as string,
  };
}

export function toQualityCheck(row: Row): QualityCheck {
  return { name: row.name as string, passed: row.passed === 1, detail: row.detail as string };
}

/** null for no rows: the population is then unknown. */
export function toBlocks(rows: readonly Row[]): Blocks | null {
  if (rows.length === 0) return null;
  return {
    codes: rows.map((row) => row.code as string),
    lons: Float64Array.from(rows, (row) => row.lon as number),
    lats: Float64Array.from(rows, (row) => row.lat as number),
    populations: Int32Array.from(rows, (row) => row.population as number),
  };
}
