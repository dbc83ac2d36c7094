import type { EditionId } from "../model/code.js";
import { editionRows, type TableRow } from "../store/edition-rows.js";
import { builtEdition } from "./built-edition.js";

/** An edition as rows of the database: plain values, which one thread can hand to another. */
export interface BuiltRows {
  readonly id: EditionId;
  readonly rows: readonly TableRow[];
}

/**
 * Reads, checks and measures the edition of a folder.
 *
 * @throws {EditionError} with every problem of its files
 */
export function builtRows(folder: string): BuiltRows {
  const edition = builtEdition(folder);
  return { id: edition.facts.edition.id, rows: [...editionRows(edition)] };
}
