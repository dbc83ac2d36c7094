import { AUTHORITY_TYPES, type AuthorityType } from "../model/area.js";
import { describeForms, hasForm } from "../model/code.js";
import type { Edition } from "../model/edition.js";
import { LAYER_NAMES, type LayerName } from "../model/layer.js";
import { readCsvTable, textOrNull } from "./csv-table.js";
import { COLUMNS } from "./edition-files.js";
import type { IssueCollector, ValidationIssue } from "./validation-issue.js";

/** An area in areas.csv. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly odsCode: string | null;
  readonly type: AuthorityType | null;
}

/** The areas of each layer by code. */
export type AreaRows = Readonly<Record<LayerName, ReadonlyMap<string, AreaRow>>>;

/**
 * Reads areas.csv: codes in the edition's form, unique in a layer; a name; a type, for councils only. A council in both
 * tiers has the same row in each. One of the tiers may be empty, and so may members.
 */
export function readAreas(path: string, edition: Edition, into: ValidationIssue[]): AreaRows {
  const { rows, problems } = readCsvTable(path, COLUMNS.areas, into);
  const areas = {
    footprints: new Map(),
    upper_tier: new Map(),
    lower_tier: new Map(),
    members: new Map(),
  } satisfies Record<LayerName, Map<string, AreaRow>>;
  for (const { cells, where } of rows) {
    const layer = LAYER_NAMES.find((name) => name === cells.layer);
    if (layer === undefined) {
      problems.add(where, cells.layer, `a layer: ${LAYER_NAMES.join(", ")}`);
      continue;
    }
    const forms = edition.layerCodeForms[layer];
    if (!hasForm(cells.code, forms)) problems.add(where, cells.code, `a code of ${layer}: ${describeForms(forms)}`);
    if (areas[layer].has(cells.code)) problems.add(where, cells.code, `a code that no other row of ${layer} has`);
    if (cells.name === "") problems.add(where, cells.name, "a name");
    const type = parseAuthorityType(cells.type, layer, where, problems);
    areas[layer].set(cells.code, { code: cells.code, name: cells.name, odsCode: textOrNull(cells.ods_code), type });
  }
  checkBothTiers(areas.upper_tier, areas.lower_tier, problems);
  if (rows.length > 0) {
    if (areas.footprints.size === 0) problems.add("file", null, "at least one row of footprints");
    if (areas.upper_tier.size + areas.lower_tier.size === 0) {
      problems.add("file", null, "at least one row of upper_tier or lower_tier");
    }
  }
  return areas;
}

function parseAuthorityType(
  text: string,
  layer: LayerName,
  where: string,
  problems: IssueCollector,
): AuthorityType | null {
  const isCouncil = layer === "upper_tier" || layer === "lower_tier";
  const type = AUTHORITY_TYPES.find((known) => known === text) ?? null;
  if (isCouncil && type === null) problems.add(where, text, `a type: ${AUTHORITY_TYPES.join(", ")}`);
  if (!isCouncil && text !== "") problems.add(where, text, "no type: only councils have one");
  return type;
}

function checkBothTiers(
  upper: ReadonlyMap<string, AreaRow>,
  lower: ReadonlyMap<string, AreaRow>,
  problems: IssueCollector,
) {
  for (const [code, { name, type }] of upper) {
    const other = lower.get(code);
    if (other === undefined) continue;
    if (other.name !== name) problems.add(`lower_tier ${code}`, other.name, `the name it has in upper_tier, ${name}`);
    if (other.type !== type) problems.add(`lower_tier ${code}`, other.type, `the type it has in upper_tier, ${type}`);
  }
}
