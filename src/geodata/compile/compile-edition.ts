import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { LAYER_NAMES } from "../../model/layer.js";
import { EDITION_FILES } from "../edition-files.js";
import { parsedTopology } from "../parsed-topology.js";
import { EditionError, type Problem, problemsOf } from "../problem.js";
import { fileSha256 } from "../sha256.js";
import { type BlockRow, readBlockTable } from "./block-table.js";
import { compiledTables, type Table } from "./compiled-tables.js";
import { type BlockBoundaries, blockBoundaries, dissolvedLayers } from "./dissolve.js";
import type { Recipe } from "./recipe.js";

/**
 * Makes an edition's folder from small areas and tables as published.
 *
 * @param folder where the files that the recipe names are
 * @param target the edition's folder; made when it is missing
 * @throws {EditionError} with every problem of the inputs; nothing is written then
 */
export function compileEdition(
  recipe: Recipe,
  { folder, target }: { readonly folder: string; readonly target: string },
): void {
  const problems: Problem[] = [];
  const blocks = readBlockTable(recipe, folder, problems);
  const boundaries = readBlockBoundaries(recipe, folder, problems);
  if (boundaries !== null) checkSameBlocks(blocks, boundaries, recipe, problems);
  const tables = compiledTables(recipe, folder, blocks, problems);
  if (boundaries === null || problems.length > 0) throw new EditionError(recipe.manifest.id, problems);

  const layers = dissolvedLayers(blocks, boundaries);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, EDITION_FILES.boundaries), `${JSON.stringify(layers)}\n`);
  for (const [name, table] of Object.entries(tables)) writeFileSync(join(target, `${name}.csv`), csvText(table));
  writeFileSync(join(target, EDITION_FILES.manifest), `${JSON.stringify(manifest(recipe, folder), null, 2)}\n`);
}

function readBlockBoundaries({ blocks }: Recipe, folder: string, into: Problem[]): BlockBoundaries | null {
  const problems = problemsOf(blocks.boundaries, into);
  const source = parsedTopology(join(folder, blocks.boundaries));
  if (source === null) {
    problems.add("file", null, "a TopoJSON topology with arcs and objects");
    return null;
  }
  if (Object.hasOwn(source.objects, blocks.object)) return blockBoundaries(source, blocks.object);
  problems.add("objects", Object.keys(source.objects).join(", "), `the blocks, as object ${blocks.object}`);
  return null;
}

function checkSameBlocks(
  blocks: readonly BlockRow[],
  boundaries: BlockBoundaries,
  recipe: Recipe,
  into: Problem[],
): void {
  const table = problemsOf(recipe.blocks.table, into);
  const shapes = problemsOf(recipe.blocks.boundaries, into);
  const codes = new Set(blocks.map((block) => block.code));
  for (const block of blocks) {
    if (!boundaries.geometryByCode.has(block.code))
      shapes.add(`block ${block.code}`, null, "a boundary, as in the table");
    for (const layer of LAYER_NAMES) {
      if (block.areas[layer] === "")
        table.add(`block ${block.code}`, "", `a code in column ${recipe.layers[layer].column}`);
    }
  }
  for (const code of boundaries.geometryByCode.keys()) {
    if (!codes.has(code)) table.add(`block ${code}`, null, "a row, as there is a boundary");
  }
}

function manifest(recipe: Recipe, folder: string) {
  const sources = recipe.sources.map(({ file, ...source }) => ({
    ...source,
    sha256: file === null ? null : fileSha256(join(folder, file)),
  }));
  return { ...recipe.manifest, sources };
}

function csvText({ columns, rows }: Table): string {
  return stringify([columns, ...rows] as (string | number)[][]);
}
