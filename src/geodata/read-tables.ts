import { ANY_FORM, type FootprintCode, hasForm, type MemberCode } from "../model/code.js";
import type { Edition } from "../model/edition.js";
import { LAYER_NAMES } from "../model/layer.js";
import type { FootprintPart, Leader, ReportedClaim } from "../model/reported.js";
import { readCsvTable, textOrNull } from "./csv-table.js";
import { COLUMNS } from "./edition-files.js";
import type { Problem } from "./problem.js";
import type { AreaRows } from "./read-areas.js";

const A_FOOTPRINT = "a footprint of areas.csv";
const A_MEMBER = "a member of areas.csv";

/** Reads aliases.csv: other names by layer and code, under the key that `aliasKey` gives. */
export function readAliases(path: string, areas: AreaRows, into: Problem[]): Map<string, string[]> {
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
export function readMembers(path: string, areas: AreaRows, into: Problem[]): Map<MemberCode, FootprintCode> {
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
 * Reads claims.csv: what was reported, each with an id of its own. A subject that looks like a code is one of areas.csv.
 * Whether a kind can be computed is asked later.
 */
export function readClaims(
  path: string,
  { areas, edition }: { readonly areas: AreaRows; readonly edition: Edition },
  into: Problem[],
): ReportedClaim[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.claims, into);
  const tellingForms = edition.codeForms.filter((form) => form !== ANY_FORM);
  const seen = new Set<string>();
  return rows.map(({ cells, where }) => {
    if (cells.id === "" || seen.has(cells.id)) problems.add(where, cells.id, "an id that no other row has");
    seen.add(cells.id);
    for (const column of ["kind", "reported", "statement", "source"] as const) {
      if (cells[column] === "") problems.add(where, "", `a cell under ${column}`);
    }
    if (hasForm(cells.subject, tellingForms) && !LAYER_NAMES.some((layer) => areas[layer].has(cells.subject))) {
      problems.add(where, cells.subject, "a code of areas.csv");
    }
    const { id, kind, statement, source } = cells;
    return { id, kind, subject: textOrNull(cells.subject), value: cells.reported, statement, source };
  });
}

/** Reads parts.csv: the parts of footprints, each a list of members. */
export function readParts(path: string, areas: AreaRows, into: Problem[]): FootprintPart[] {
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
export function readLeaders(path: string, areas: AreaRows, into: Problem[]): Leader[] {
  const { rows, problems } = readCsvTable(path, COLUMNS.leaders, into);
  return rows.map(({ cells, where }) => {
    if (!areas.footprints.has(cells.footprint)) problems.add(where, cells.footprint, A_FOOTPRINT);
    if (cells.name === "") problems.add(where, "", "a name");
    const { name, organisation, sector, source } = cells;
    return { footprintCode: cells.footprint as FootprintCode, name, organisation, sector, source };
  });
}
