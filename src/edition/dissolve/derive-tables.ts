import { join } from "node:path";
import { compareText } from "../../model/by-code.js";
import { LAYER_NAMES } from "../../model/layer.js";
import { readCsvTable, type TableRows } from "../csv-table.js";
import { COLUMNS } from "../edition-files.js";
import type { ValidationIssue } from "../validation-issue.js";
import type { BlockRow, Recipe } from "./recipe.js";

type TableName = keyof typeof COLUMNS;

/** The tables of the edition that the recipe has sources for. */
export function deriveTables(
  recipe: Recipe,
  folder: string,
  blocks: readonly BlockRow[],
  into: ValidationIssue[],
): Partial<Record<TableName, TableRows>> {
  const areas = areasTable(recipe, folder, into);
  const tables: Partial<Record<TableName, TableRows>> = {
    blocks: [COLUMNS.blocks, ...blocks.map(({ code, lon, lat, population }) => [code, lon, lat, population])],
    areas,
    members: membersTable(blocks),
  };
  for (const name of ["schemes", "ratings", "claims", "parts", "leaders"] as const) {
    const file = recipe.tables[name];
    if (file !== undefined) tables[name] = copyTable(name, join(folder, file), recipe, into);
  }
  if (recipe.tables.aliases !== undefined) {
    tables.aliases = aliasesTable(join(folder, recipe.tables.aliases), areas, into);
  }
  return tables;
}

function areasTable(recipe: Recipe, folder: string, into: ValidationIssue[]): TableRows {
  const path = join(folder, recipe.tables.areas ?? "areas.csv");
  const { rows, problems } = readCsvTable(path, ["layer", "code", "name", "ods_code"] as const, into);
  const layerOf = new Map(LAYER_NAMES.map((layer) => [recipe.layers[layer].inAreas, layer]));
  const rowsOut = rows.flatMap(({ cells, where }) => {
    const layer = layerOf.get(cells.layer);
    if (layer === undefined) {
      problems.add(where, cells.layer, `a layer: ${[...layerOf.keys()].join(", ")}`);
      return [];
    }
    const type = layer === "upper_tier" || layer === "lower_tier" ? typeOf(cells.code, recipe) : "";
    return [[layer, cells.code, cells.name, cells.ods_code, type]];
  });
  return [COLUMNS.areas, ...rowsOut];
}

function typeOf(code: string, recipe: Recipe): string {
  const beginning = Object.keys(recipe.authorityTypes).find((start) => code.startsWith(start));
  return beginning === undefined ? "" : (recipe.authorityTypes[beginning] ?? "");
}

function membersTable(blocks: readonly BlockRow[]): TableRows {
  const footprintOf = new Map(blocks.map(({ areas }) => [areas.members, areas.footprints]));
  return [COLUMNS.members, ...[...footprintOf].sort(([a], [b]) => compareText(a, b))];
}

function aliasesTable(path: string, areas: TableRows, into: ValidationIssue[]): TableRows {
  const layerOf = new Map(areas.slice(1).map(([layer = "", code = ""]) => [code, layer]));
  const { rows, problems } = readCsvTable(path, ["code", "alias"] as const, into);
  const aliases = rows.map(({ cells, where }) => {
    const layer = layerOf.get(cells.code);
    if (layer === undefined) problems.add(where, cells.code, "a code of the areas table");
    return [layer ?? "", cells.code, cells.alias];
  });
  return [COLUMNS.aliases, ...aliases];
}

const DITTO = "as above";

function copyTable(name: TableName, path: string, recipe: Recipe, into: ValidationIssue[]): TableRows {
  const columns: readonly string[] = COLUMNS[name];
  const sourceColumns = columns.map(
    (ours) => Object.entries(recipe.renamedColumns).find(([, to]) => to === ours)?.[0] ?? ours,
  );
  const { rows, problems } = readCsvTable(path, sourceColumns, into);
  const rowsOut: string[][] = [];
  for (const { cells, where } of rows) {
    const above = rowsOut.at(-1);
    if (above === undefined && sourceColumns.some((column) => cells[column] === DITTO)) {
      problems.add(where, DITTO, "a row above it");
    }
    rowsOut.push(sourceColumns.map((column, i) => (cells[column] === DITTO ? above?.[i] : cells[column]) ?? ""));
  }
  return [columns, ...rowsOut];
}
