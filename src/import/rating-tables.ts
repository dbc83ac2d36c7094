import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { readCsvTable } from "../edition/csv-table.js";
import { COLUMNS } from "../edition/edition-files.js";
import { fileSha256 } from "../edition/manifest.js";
import { formatIssue, type ValidationIssue } from "../edition/validation-issue.js";
import type { TableRows } from "../edition/write-edition.js";
import { ImportError } from "./import-error.js";

interface NamedSource {
  readonly title: string;
  readonly sha256: string;
}

/** The scale that a table of ratings makes use of; the ratings themselves are loaded into the edition's folder. */
export interface RatingsTable {
  readonly scheme: { readonly title: string; readonly date: string };
  /** schemes.csv: every rating of each measure, without ranks, since a table of ratings does not give their order. */
  readonly schemes: TableRows;
  readonly source: NamedSource;
}

/** @throws {ImportError} when the table is not there or lacks a column */
export function readRatingsTable(path: string, date: string | null): RatingsTable {
  const rows = readRows(path, ["footprint", "measure", "rating", "source"]);
  const values = new Map(rows.map(({ measure = "", rating = "" }) => [`${measure} ${rating}`, { measure, rating }]));
  return {
    scheme: { title: `Ratings of ${basename(path)}`, date: date ?? new Date().toISOString().slice(0, 10) },
    schemes: [COLUMNS.schemes, ...[...values.values()].map(({ measure, rating }) => [measure, rating, rating, "", ""])],
    source: { title: `Ratings: ${basename(path)}`, sha256: fileSha256(path) },
  };
}

/** claims.csv as it stands, with every column it must have. @throws {ImportError} when it is not there or lacks one */
export function readClaimsTable(path: string): { readonly text: string; readonly source: NamedSource } {
  readRows(path, COLUMNS.claims);
  return {
    text: readFileSync(path, "utf8"),
    source: { title: `Claims: ${basename(path)}`, sha256: fileSha256(path) },
  };
}

function readRows(path: string, columns: readonly string[]): Readonly<Record<string, string>>[] {
  const refuse = (what: string, remedy: string) => new ImportError({ where: basename(path), what, remedy });
  if (statSync(path, { throwIfNoEntry: false }) === undefined) throw refuse(`is not there (${path})`, "check the path");
  const found: ValidationIssue[] = [];
  const { rows } = readCsvTable<string>(path, columns, found);
  if (found.length > 0) throw refuse(found.map(formatIssue).join("; "), "correct the table");
  return rows.map(({ cells }) => cells);
}
