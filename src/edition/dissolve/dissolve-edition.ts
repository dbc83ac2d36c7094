import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LAYER_NAMES } from "../../model/layer.js";
import { csvText } from "../csv-table.js";
import { EDITION_FILES } from "../edition-files.js";
import { fileSha256 } from "../manifest.js";
import { readTopojson } from "../read-boundaries.js";
import { EditionError, issueCollector, type ValidationIssue } from "../validation-issue.js";
import { deriveTables } from "./derive-tables.js";
import { type BlockBoundaries, blockBoundaries, dissolveLayers } from "./dissolve-layers.js";
import type { Recipe } from "./recipe.js";
import { type BlockRow, readBlockTable } from "./recipe.js";

/**
 * Makes an edition's folder from published small areas and tables.
 *
 * @param folder of the files that the recipe names
 * @param target the edition's folder; created when missing
 * @throws {EditionError} with every problem of the inputs; nothing is written then
 */
export function dissolveEdition(
  recipe: Recipe,
  { folder, target }: { readonly folder: string; readonly target: string },
): void {
  const problems: ValidationIssue[] = [];
  const blocks = readBlockTable(recipe, folder, problems);
  const boundaries = readBlockBoundaries(recipe, folder, problems);
  if (boundaries !== null) checkSameBlocks(blocks, boundaries, recipe, problems);
  const tables = deriveTables(recipe, folder, blocks, problems);
  if (boundaries === null || problems.length > 0) throw new EditionError(recipe.manifest.id, problems);

  const layers = dissolveLayers(blocks, boundaries);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, EDITION_FILES.boundaries), `${JSON.stringify(layers)}\n`);
  for (const [name, table] of Object.entries(tables)) writeFileSync(join(target, `${name}.csv`), csvText(table));
  writeFileSync(join(target, EDITION_FILES.manifest), `${JSON.stringify(createManifest(recipe, folder), null, 2)}\n`);
}

function readBlockBoundaries({ blocks }: Recipe, folder: string, into: ValidationIssue[]): BlockBoundaries | null {
  const problems = issueCollector(blocks.boundaries, into);
  const source = readTopojson(join(folder, blocks.boundaries));
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
  into: ValidationIssue[],
): void {
  const table = issueCollector(recipe.blocks.table, into);
  const shapes = issueCollector(recipe.blocks.boundaries, into);
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

function createManifest(recipe: Recipe, folder: string) {
  const sources = recipe.sources.map(({ file, ...source }) => ({
    ...source,
    sha256: file === null ? null : fileSha256(join(folder, file)),
  }));
  return { ...recipe.manifest, sources };
}
