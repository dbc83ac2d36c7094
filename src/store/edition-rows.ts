import type { Authority, Footprint, Member } from "../model/area.js";
import { DETAILS } from "../model/layer.js";
import type { BuiltEdition } from "./store.js";

/** A row to insert: its table and its values by column. */
export interface TableRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** Every row of an edition, parents before children; its place among the editions is not one of them. */
export function* editionRows({ facts, topologies, blocks }: BuiltEdition): Generator<TableRow> {
  const { edition } = facts;
  const at = (table: string, row: TableRow["row"]): TableRow => ({ table, row: { edition_id: edition.id, ...row } });

  yield at("edition", {
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
    worst_residual: facts.quality.worstResidual,
  });
  for (const [i, source] of edition.sources.entries()) yield at("source", { position: i, ...source });
  for (const footprint of facts.footprints) {
    yield at("footprint", { ods_code: footprint.odsCode, ...areaColumns(footprint) });
    yield* aliasRows("footprint", footprint);
  }
  for (const authority of facts.authorities) {
    const tiers = {
      is_upper: Number(authority.tiers.includes("UPPER")),
      is_lower: Number(authority.tiers.includes("LOWER")),
    };
    yield at("authority", { type: authority.type, ...tiers, ...areaColumns(authority) });
    yield* aliasRows("authority", authority);
  }
  for (const member of facts.members) {
    yield at("member", { ods_code: member.odsCode, footprint_code: member.footprintCode, ...areaColumns(member) });
    yield* aliasRows("member", member);
  }
  for (const overlap of facts.overlaps) {
    yield at("overlap", {
      footprint_code: overlap.footprintCode,
      authority_code: overlap.authorityCode,
      area_m2: overlap.areaM2,
      population: overlap.population,
      thickness_m: overlap.thicknessM,
      outside_thickness_m: overlap.outsideThicknessM,
    });
  }
  for (const fit of facts.fits) {
    yield at("footprint_fit", {
      footprint_code: fit.footprintCode,
      tier: fit.tier,
      thickest_disagreement_m: fit.thickestDisagreementM,
      uncovered_thickness_m: fit.uncoveredThicknessM,
    });
  }
  for (const { footprintCodes, lengthM } of facts.borders) {
    yield at("border", { footprint_code: footprintCodes[0], other_code: footprintCodes[1], length_m: lengthM });
  }
  for (const [i, value] of facts.schemes.entries()) {
    const { measure, rating, label, rank, publishedTotal } = value;
    yield at("scheme_value", { position: i, measure, rating, label, rank, published_total: publishedTotal });
  }
  for (const { footprintCode, measure, rating, confidence, sources } of facts.ratings) {
    yield at("rating", {
      footprint_code: footprintCode,
      measure,
      rating,
      confidence,
      sources: JSON.stringify(sources),
    });
  }
  for (const [i, { id, kind, subject, value, statement, source }] of facts.claims.entries()) {
    yield at("claim", { position: i, claim_id: id, kind, subject, reported: value, statement, source });
  }
  for (const [i, { footprintCode, name, memberCodes, source }] of facts.parts.entries()) {
    yield at("part", {
      position: i,
      footprint_code: footprintCode,
      name,
      member_codes: JSON.stringify(memberCodes),
      source,
    });
  }
  for (const [i, { footprintCode, name, organisation, sector, source }] of facts.leaders.entries()) {
    yield at("leader", { position: i, footprint_code: footprintCode, name, organisation, sector, source });
  }
  for (const [i, { name, passed, detail }] of facts.quality.checks.entries()) {
    yield at("quality_check", { position: i, name, passed: Number(passed), detail });
  }
  for (const [i, code] of (blocks?.codes ?? []).entries()) {
    const [lon = null, lat = null, population = null] = [blocks?.lons[i], blocks?.lats[i], blocks?.populations[i]];
    yield at("block", { code, lon, lat, population });
  }
  for (const detail of DETAILS) yield at("topology", { detail, topojson: JSON.stringify(topologies[detail]) });

  function* aliasRows(kind: string, { code, aliases }: Footprint | Authority | Member): Generator<TableRow> {
    for (const [i, alias] of aliases.entries()) yield at("alias", { kind, code, position: i, alias });
  }
}

function areaColumns({ code, name, areaM2, population, bbox, centre }: Footprint | Authority | Member) {
  const [west, south, east, north] = bbox;
  const [lon, lat] = centre;
  return { code, name, area_m2: areaM2, population, west, south, east, north, centre_lon: lon, centre_lat: lat };
}
