import type { Blocks } from "../model/area.js";
import type { FootprintPart, Leader, ReportedClaim } from "../model/claims.js";
import { ANY_FORM, type FootprintCode, hasForm, type MemberCode } from "../model/code.js";
import type { Edition } from "../model/edition.js";
import { LAYER_NAMES } from "../model/layer.js";
import type { SchemeValue, SourcedRating } from "../model/rating.js";
import { parseNumberWithin, parseWholeNumber, readCsvTable, textOrNull } from "./csv-table.js";
import { COLUMNS } from "./edition-files.js";
import type { AreaRows } from "./read-areas.js";
import type { ValidationIssue } from "./validation-issue.js";

const A_FOOTPRINT = "a footprint of areas.csv";
const A_MEMBER = "a member of areas.csv";

/** Reads aliases.csv: other names by `aliasKey`. */
export function readAliases(path: string, areas: AreaRows, into: ValidationIssue[]): Map<string, string[]> {
  const { rows, problems } = readCsvTable(path, COLUMNS.aliases, into);
  const aliases = new Map<string, string[]>();
  for (const { cells, where } of rows) {
    const layer = LAYER_NAMES.find((name) => name === cells.layer);
    if (layer === undefined) problems.add(where, cells.layer, `a layer: ${LAYER_NAMES.join(", ")}`);
    else if (!areas[layer].has(cells.code)) problems.add(where, cells.code, `a code of ${layer} in areas.csv`);
    if (cells.alias === "") problems.add(where, cells.alias, "an alias");
    const key = aliasKey(cells.layer, cells.code);
    aliases.set(key, [...(aliases.get(key) ?? []), cells.alias]);
  }
  return aliases;
}

/** The key of an area's aliases. */
export function aliasKey(layer: string, code: string): string {
  return `${layer} ${code}`;
}

/** Reads members.csv: which footprint each member belongs to. */
export function readMembers(path: string, areas: AreaRows, into: ValidationIssue[]): Map<MemberCode, FootprintCode> {
  const { rows, problems } = readCsvTable(path, COLUMNS.members, into);
  const footprintOf = new Map<MemberCode, FootprintCode>();
  for (const { cells, where } of rows) {
    const code = cells.code as MemberCode;
    if (!areas.members.has(code)) problems.add(where, code, A_MEMBER);
    if (footprintOf.has(code)) problems.add(where, code, "one row for each member");
    if (!areas.footprints.has(cells.footprint)) problems.add(where, cells.footprint, A_FOOTPRINT);
    footprintOf.set(code, cells.footprint as FootprintCode);
  }
  return footprintOf;
}

/**
 * Reads claims.csv: published claims, each with a unique id. A subject that looks like a code must be in areas.csv.
 * Whether the kind can be computed is checked later.
 */
export function readClaims(
  path: string,
  { areas, edition }: { readonly areas: AreaRows; readonly edition: Edition },
  into: ValidationIssue[],
): ReportedClaim[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.claims, into);
  const specificForms = edition.codeForms.filter((form) => form !== ANY_FORM);
  const seen = new Set<string>();
  return rows.map(({ cells, where }) => {
    if (cells.id === "" || seen.has(cells.id)) problems.add(where, cells.id, "an id that no other row has");
    seen.add(cells.id);
    for (const column of ["kind", "reported", "statement", "source"] as const) {
      if (cells[column] === "") problems.add(where, "", `a cell under ${column}`);
    }
    if (hasForm(cells.subject, specificForms) && !LAYER_NAMES.some((layer) => areas[layer].has(cells.subject))) {
      problems.add(where, cells.subject, "a code of areas.csv");
    }
    const { id, kind, statement, source } = cells;
    return { id, kind, subject: textOrNull(cells.subject), value: cells.reported, statement, source };
  });
}

/** Reads parts.csv: the parts of footprints, each a list of members. */
export function readParts(path: string, areas: AreaRows, into: ValidationIssue[]): FootprintPart[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.parts, into);
  return rows.map(({ cells, where }) => {
    const memberCodes = cells.members.split(" ").filter((code) => code !== "");
    if (!areas.footprints.has(cells.footprint)) problems.add(where, cells.footprint, A_FOOTPRINT);
    for (const code of memberCodes) if (!areas.members.has(code)) problems.add(where, code, A_MEMBER);
    return {
      footprintCode: cells.footprint as FootprintCode,
      name: cells.part,
      memberCodes: memberCodes as MemberCode[],
      source: cells.source,
    };
  });
}

/** Reads leaders.csv: who led footprints. */
export function readLeaders(path: string, areas: AreaRows, into: ValidationIssue[]): Leader[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.leaders, into);
  return rows.map(({ cells, where }) => {
    if (!areas.footprints.has(cells.footprint)) problems.add(where, cells.footprint, A_FOOTPRINT);
    if (cells.name === "") problems.add(where, "", "a name");
    const { name, organisation, sector, source } = cells;
    return { footprintCode: cells.footprint as FootprintCode, name, organisation, sector, source };
  });
}

/** Separates the sources of a rating in its cell. */
export const SOURCE_SEPARATOR = " ; ";

/** Reads schemes.csv: the unique values of each measure's scale; a rank and a published total where known. */
export function readSchemes(path: string, into: ValidationIssue[]): SchemeValue[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.schemes, into);
  const seen = new Set<string>();
  return rows.map(({ cells, where }) => {
    const key = `${cells.measure} ${cells.rating}`;
    if (cells.measure === "") problems.add(where, "", "a measure");
    if (cells.rating === "" || seen.has(key)) problems.add(where, cells.rating, "a rating that its measure has once");
    seen.add(key);
    return {
      measure: cells.measure,
      rank: cells.rank === "" ? null : parseWholeNumber(cells.rank, where, problems),
      rating: cells.rating,
      label: cells.label,
      publishedTotal: cells.published_total === "" ? null : parseWholeNumber(cells.published_total, where, problems),
    };
  });
}

/** Reads ratings.csv: one rating for each footprint and measure, on the measure's scale, with sources. */
export function readRatings(
  path: string,
  areas: AreaRows,
  schemes: readonly SchemeValue[],
  into: ValidationIssue[],
): SourcedRating[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.ratings, into);
  const seen = new Set<string>();
  return rows.map(({ cells, where }) => {
    const scale = schemes.filter((value) => value.measure === cells.measure).map((value) => value.rating);
    const key = `${cells.footprint} ${cells.measure}`;
    if (!areas.footprints.has(cells.footprint)) problems.add(where, cells.footprint, "a footprint of areas.csv");
    if (scale.length === 0) problems.add(where, cells.measure, "a measure of schemes.csv");
    else if (!scale.includes(cells.rating))
      problems.add(where, cells.rating, `a rating on the scale of ${cells.measure}: ${scale.join(", ")}`);
    if (seen.has(key)) problems.add(where, key, "one rating for each footprint and measure");
    seen.add(key);
    const sources = cells.sources.split(SOURCE_SEPARATOR).filter((source) => source !== "");
    if (sources.length === 0) problems.add(where, cells.sources, "at least one source");
    return {
      footprintCode: cells.footprint as FootprintCode,
      measure: cells.measure,
      rating: cells.rating,
      confidence: textOrNull(cells.confidence) ?? "UNSTATED",
      sources,
    };
  });
}

/** Reads blocks.csv: a unique code, a point and a whole number of people in each row. */
export function readBlocks(path: string, into: ValidationIssue[]): Blocks {
  const { rows, problems } = readCsvTable(path, COLUMNS.blocks, into);
  const seen = new Set<string>();
  const lons = new Float64Array(rows.length);
  const lats = new Float64Array(rows.length);
  const populations = new Int32Array(rows.length);
  rows.forEach(({ cells, where }, i) => {
    if (cells.code === "" || seen.has(cells.code))
      problems.add(where, cells.code, "a block code that no other row has");
    seen.add(cells.code);
    lons[i] = parseNumberWithin(cells.lon, { min: -180, max: 180, what: "a longitude" }, where, problems) ?? 0;
    lats[i] = parseNumberWithin(cells.lat, { min: -90, max: 90, what: "a latitude" }, where, problems) ?? 0;
    populations[i] = parseWholeNumber(cells.population, where, problems) ?? 0;
  });
  return { codes: rows.map(({ cells }) => cells.code), lons, lats, populations };
}
