import { join } from "node:path";
import { LAYER_NAMES, type LayerName } from "../../model/layer.js";
import { numberWithin, readCsvTable, wholeNumber } from "../csv-table.js";
import type { Problem } from "../problem.js";
import type { Recipe } from "./recipe.js";

/** One block as the publisher's table has it. */
export interface BlockRow {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
  /** The area of each layer that the block belongs to. */
  readonly areas: Readonly<Record<LayerName, string>>;
}

/** Reads the block table of a recipe; problems go to `into`. Rows are sorted by code. */
export function readBlockTable(recipe: Recipe, folder: string, into: Problem[]): readonly BlockRow[] {
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
    const lon = numberWithin(cells.lon ?? "", { least: -180, most: 180, what: "a longitude" }, where, problems) ?? 0;
    const lat = numberWithin(cells.lat ?? "", { least: -90, most: 90, what: "a latitude" }, where, problems) ?? 0;
    const population = wholeNumber(cells.population ?? "", where, problems) ?? 0;
    blocks.push({ code, lon, lat, population, areas: areasOf(cells, recipe) });
  }
  return blocks.sort((a, b) => (a.code < b.code ? -1 : 1));
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
