import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { readCsvTable } from "../geodata/csv-table.js";
import { COLUMNS } from "../geodata/edition-files.js";
import { type Problem, problemLine } from "../geodata/problem.js";
import { fileSha256 } from "../geodata/sha256.js";
import type { TableRows } from "./edition-tables.js";
import { ImportError } from "./import-error.js";

interface NamedSource {
  readonly title: string;
  readonly sha256: string;
}

/** The scale that a table of ratings makes use of; the ratings themselves are loaded into the edition's folder. */
export interface ImportedRatings {
  readonly scheme: { readonly title: string; readonly date: string };
  /** schemes.csv: every rating of each measure, without ranks, since a table of ratings does not give their order. */
  readonly schemes: TableRows;
  readonly source: NamedSource;
}

/** @throws {ImportError} when the table is not there or lacks a column */
export function importedRatings(path: string, date: string | null): ImportedRatings {
  const rows = readRows(path, ["footprint", "measure", "rating", "source"]);
  const values = new Map(rows.map(({ measure = "", rating = "" }) => [`${measure} ${rating}`, { measure, rating }]));
  return {
    scheme: { title: `Ratings of ${basename(path)}`, date: date ?? new Date().toISOString().slice(0, 10) },
    schemes: [COLUMNS.schemes, ...[...values.values()].map(({ measure, rating }) => [measure, rating, rating, "", ""])],
    source: { title: `Ratings: ${basename(path)}`, sha256: fileSha256(path) },
  };
}

/** claims.csv as it stands, with every column it must have. @throws {ImportError} when it is not there or lacks one */
export function importedClaims(path: string): { readonly text: string; readonly source: NamedSource } {
  readRows(path, COLUMNS.claims);
  return {
    text: readFileSync(path, "utf8"),
    source: { title: `Claims: ${basename(path)}`, sha256: fileSha256(path) },
  };
}

function readRows(path: string, columns: readonly string[]): Readonly<Record<string, string>>[] {
  const refuse = (what: string, remedy: string) => new ImportError({ where: basename(path), what, remedy });
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw refuse(`is not there (${path})`, "check the path");
  const found: Problem[] = [];
  const { rows } = readCsvTable<string>(path, columns, found);
  if (found.length > 0) throw refuse(found.map(problemLine).join("; "), "correct the table");
  return rows.map(({ cells }) => cells);
}
