import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { type CsvRow, readCsvTable, type TableRows } from "../edition/csv-table.js";
import { COLUMNS } from "../edition/edition-files.js";
import { fileSha256 } from "../edition/manifest.js";
import { formatIssue, type ValidationIssue } from "../edition/validation-issue.js";
import { ImportError } from "./import-error.js";

interface NamedSource {
  readonly title: string;
  readonly sha256: string;
}

/** The scale of a table of ratings; the ratings themselves are loaded into the edition's folder later. */
export interface RatingsTable {
  readonly scheme: { readonly title: string; readonly date: string };
  /** schemes.csv: every rating of each measure, without ranks, because a table of ratings has no order of them. */
  readonly schemes: TableRows;
  readonly source: NamedSource;
}

/** A table of claims. */
export interface ClaimsTable {
  /** claims.csv, unchanged. */
  readonly text: string;
  readonly source: NamedSource;
}

/** The scale of a table of ratings. @throws {ImportError} when the file or a column is missing */
export function readRatingsTable(path: string, date: string | null): RatingsTable {
  const rows = readTable(path, ["footprint", "measure", "rating", "source"]).map(({ cells }) => cells);
  const values = new Map(rows.map(({ measure = "", rating = "" }) => [`${measure} ${rating}`, { measure, rating }]));
  return {
    scheme: { title: `Ratings of ${basename(path)}`, date: date ?? new Date().toISOString().slice(0, 10) },
    schemes: [COLUMNS.schemes, ...[...values.values()].map(({ measure, rating }) => [measure, rating, rating, "", ""])],
    source: { title: `Ratings: ${basename(path)}`, sha256: fileSha256(path) },
  };
}

/** A table of claims with its columns checked. @throws {ImportError} when the file or a column is missing */
export function readClaimsTable(path: string): ClaimsTable {
  readTable(path, COLUMNS.claims);
  return {
    text: readFileSync(path, "utf8"),
    source: { title: `Claims: ${basename(path)}`, sha256: fileSha256(path) },
  };
}

/** The rows of a CSV file with at least these columns. @throws {ImportError} when the file or a column is missing */
export function readTable(path: string, columns: readonly string[]): readonly CsvRow<string>[] {
  const tableError = (what: string, remedy: string) => new ImportError({ where: basename(path), what, remedy });
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw tableError(`there is no such file (${path})`, "check the path");
  const issues: ValidationIssue[] = [];
  const { rows } = readCsvTable<string>(path, columns, issues);
  if (issues.length > 0) throw tableError(issues.map(formatIssue).join("; "), "correct the table");
  return rows;
}
