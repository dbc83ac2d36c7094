import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byCode } from "../../model/by-code.js";
import type { Edition, Source } from "../../model/edition.js";
import { LAYER_NAMES, type LayerName } from "../../model/layer.js";
import { parseNumberWithin, parseWholeNumber, readCsvTable } from "../csv-table.js";
import type { ValidationIssue } from "../validation-issue.js";

/** How to make an edition from small areas: files, columns and the manifest. */
export interface Recipe {
  readonly manifest: Omit<Edition, "id" | "sources" | "notes"> & {
    readonly id: string;
    readonly notes?: readonly string[];
  };
  readonly blocks: {
    /** TopoJSON of the blocks' boundaries; every geometry's id is the block's code. */
    readonly boundaries: string;
    readonly object: string;
    /** CSV: a row a block with its code, point, people and the areas it belongs to. */
    readonly table: string;
    readonly codeColumn: string;
  };
  /** For each layer: the column that names a block's area, and how the areas table names the layer. */
  readonly layers: Readonly<Record<LayerName, { readonly column: string; readonly inAreas: string }>>;
  /** The type of a council by the prefix of its code. */
  readonly authorityTypes: Readonly<Record<string, string>>;
  /** The tables to copy, by their names in the edition; `areas` is required. */
  readonly tables: Readonly<Record<string, string>>;
  /** Column names that differ from the edition's own: theirs -> ours. */
  readonly renamedColumns: Readonly<Record<string, string>>;
  readonly sources: readonly (Omit<Source, "sha256"> & { readonly file: string | null })[];
}

/** Reads a recipe. Its author runs the command, so only its JSON syntax is checked. */
export function readRecipe(path: string): Recipe {
  return JSON.parse(readFileSync(path, "utf8")) as Recipe;
}

/** One block of the publisher's table. */
export interface BlockRow {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
  /** The area of each layer that the block belongs to. */
  readonly areas: Readonly<Record<LayerName, string>>;
}

/** Reads the block table of a recipe; problems go to `into`. Rows are sorted by code. */
export function readBlockTable(recipe: Recipe, folder: string, into: ValidationIssue[]): readonly BlockRow[] {
  const { codeColumn } = recipe.blocks;
  const layerColumns = LAYER_NAMES.map((layer) => recipe.layers[layer].column);
  const columns = [codeColumn, "lon", "lat", "population", ...layerColumns];
  const { rows, problems } = readCsvTable(join(folder, recipe.blocks.table), columns, into);

  const seen = new Set<string>();
  const blocks: BlockRow[] = [];
  for (const { cells, where } of rows) {
    const code = cells[codeColumn] ?? "";
    if (code === "" || seen.has(code)) problems.add(where, code, "a block code that no other row has");
    seen.add(code);
    const lon = parseNumberWithin(cells.lon ?? "", { min: -180, max: 180, what: "a longitude" }, where, problems) ?? 0;
    const lat = parseNumberWithin(cells.lat ?? "", { min: -90, max: 90, what: "a latitude" }, where, problems) ?? 0;
    const population = parseWholeNumber(cells.population ?? "", where, problems) ?? 0;
    blocks.push({ code, lon, lat, population, areas: areasOf(cells, recipe) });
  }
  return blocks.sort(byCode);
}

function areasOf(cells: Readonly<Record<string, string>>, recipe: Recipe): Record<LayerName, string> {
  const area = (layer: LayerName) => cells[recipe.layers[layer].column] ?? "";
  return {
    footprints: area("footprints"),
    upper_tier: area("upper_tier"),
    lower_tier: area("lower_tier"),
    members: area("members"),
  };
}
