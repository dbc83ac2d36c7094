import type { Authority, Blocks, Footprint, Member } from "../model/area.js";
import type { Edition } from "../model/edition.js";
import type { EditionFacts } from "../model/facts.js";
import { DETAILS } from "../model/layer.js";
import type { BuiltEdition } from "./store.js";

/** A row to insert: its table and its values by column. */
export interface TableRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** Every row of an edition, parents before children, except its row in `built_edition`. */
export function* editionRows({ facts, topologies, blocks }: BuiltEdition): Generator<TableRow> {
  for (const { table, row } of rowsOf(facts, topologies, blocks)) {
    yield { table, row: { edition_id: facts.edition.id, ...row } };
  }
}

function* rowsOf(
  facts: EditionFacts,
  topologies: BuiltEdition["topologies"],
  blocks: Blocks | null,
): Generator<TableRow> {
  yield* headRows(facts.edition, facts.quality.worstResidual);
  yield* areaRows(facts);
  yield* overlapRows(facts);
  yield* ratingRows(facts);
  yield* claimRows(facts);
  for (const [position, { name, passed, detail }] of facts.quality.checks.entries()) {
    yield { table: "quality_check", row: { position, name, passed: Number(passed), detail } };
  }
  yield* blockRows(blocks);
  for (const detail of DETAILS) {
    yield { table: "topology", row: { detail, topojson: JSON.stringify(topologies[detail]) } };
  }
}

function* headRows(edition: Edition, worstResidual: number): Generator<TableRow> {
  yield {
    table: "edition",
    row: {
      title: edition.title,
      date: edition.date,
      footprint_kind: edition.footprintKind,
      authority_kind: edition.authorityKind,
      member_kind: edition.memberKind,
      sliver_tolerance_m: edition.sliverToleranceM,
      population_basis: edition.populationBasis,
      code_forms: JSON.stringify(edition.codeForms),
      layer_code_forms: JSON.stringify(edition.layerCodeForms),
      rating_scheme_title: edition.ratingScheme?.title ?? null,
      rating_scheme_date: edition.ratingScheme?.date ?? null,
      notes: JSON.stringify(edition.notes),
      worst_residual: worstResidual,
    },
  };
  for (const [position, source] of edition.sources.entries()) yield { table: "source", row: { position, ...source } };
}

function* areaRows({ footprints, authorities, members }: EditionFacts): Generator<TableRow> {
  for (const footprint of footprints) {
    yield { table: "footprint", row: { ods_code: footprint.odsCode, ...areaColumns(footprint) } };
    yield* aliasRows("footprint", footprint);
  }
  for (const authority of authorities) {
    const { type, tiers } = authority;
    const columns = { type, is_upper: Number(tiers.includes("UPPER")), is_lower: Number(tiers.includes("LOWER")) };
    yield { table: "authority", row: { ...columns, ...areaColumns(authority) } };
    yield* aliasRows("authority", authority);
  }
  for (const member of members) {
    const columns = { ods_code: member.odsCode, footprint_code: member.footprintCode };
    yield { table: "member", row: { ...columns, ...areaColumns(member) } };
    yield* aliasRows("member", member);
  }
}

function areaColumns({ code, name, areaM2, population, bbox, centre }: Footprint | Authority | Member) {
  const [west, south, east, north] = bbox;
  const [lon, lat] = centre;
  return { code, name, area_m2: areaM2, population, west, south, east, north, centre_lon: lon, centre_lat: lat };
}

function* aliasRows(kind: string, { code, aliases }: Footprint | Authority | Member): Generator<TableRow> {
  for (const [position, alias] of aliases.entries()) yield { table: "alias", row: { kind, code, position, alias } };
}

function* overlapRows({ overlaps, fits, borders }: EditionFacts): Generator<TableRow> {
  for (const overlap of overlaps) {
    const row = {
      footprint_code: overlap.footprintCode,
      authority_code: overlap.authorityCode,
      area_m2: overlap.areaM2,
      population: overlap.population,
      thickness_m: overlap.thicknessM,
      outside_thickness_m: overlap.outsideThicknessM,
    };
    yield { table: "overlap", row };
  }
  for (const fit of fits) {
    const row = {
      footprint_code: fit.footprintCode,
      tier: fit.tier,
      thickest_disagreement_m: fit.thickestDisagreementM,
      uncovered_thickness_m: fit.uncoveredThicknessM,
    };
    yield { table: "footprint_fit", row };
  }
  for (const { footprintCodes, lengthM } of borders) {
    const [footprint_code, other_code] = footprintCodes;
    yield { table: "border", row: { footprint_code, other_code, length_m: lengthM } };
  }
}

function* ratingRows({ schemes, ratings }: EditionFacts): Generator<TableRow> {
  for (const [position, { measure, rating, label, rank, publishedTotal }] of schemes.entries()) {
    yield { table: "scheme_value", row: { position, measure, rating, label, rank, published_total: publishedTotal } };
  }
  for (const { footprintCode, measure, rating, confidence, sources } of ratings) {
    const row = { footprint_code: footprintCode, measure, rating, confidence, sources: JSON.stringify(sources) };
    yield { table: "rating", row };
  }
}

function* claimRows({ claims, parts, leaders }: EditionFacts): Generator<TableRow> {
  for (const [position, { id, kind, subject, value, statement, source }] of claims.entries()) {
    yield { table: "claim", row: { position, claim_id: id, kind, subject, reported: value, statement, source } };
  }
  for (const [position, { footprintCode, name, memberCodes, source }] of parts.entries()) {
    const row = { position, footprint_code: footprintCode, name, member_codes: JSON.stringify(memberCodes), source };
    yield { table: "part", row };
  }
  for (const [position, { footprintCode, name, organisation, sector, source }] of leaders.entries()) {
    yield { table: "leader", row: { position, footprint_code: footprintCode, name, organisation, sector, source } };
  }
}

function* blockRows(blocks: Blocks | null): Generator<TableRow> {
  for (const [i, code] of (blocks?.codes ?? []).entries()) {
    const [lon = null, lat = null, population = null] = [blocks?.lons[i], blocks?.lats[i], blocks?.populations[i]];
    yield { table: "block", row: { code, lon, lat, population } };
  }
}
