import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { type IssueCollector, issueCollector, type ValidationIssue } from "./validation-issue.js";

/** One row of a CSV file: its cells by column name, trimmed. */
export interface CsvRow<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>;
  /** `row 12`, numbered as in a spreadsheet: the header is row 1. */
  readonly where: string;
}

/** A CSV file's rows and the collector of its problems. */
export interface CsvTable<Column extends string> {
  readonly rows: readonly CsvRow<Column>[];
  readonly problems: IssueCollector;
}

/**
 * Reads a CSV file whose header contains at least the required columns, in any order.
 *
 * A file that is missing, not CSV in UTF-8, or without a required column gives no rows and a problem.
 */
export function readCsvTable<Column extends string>(
  path: string,
  columns: readonly Column[],
  into: ValidationIssue[],
): CsvTable<Column> {
  const problems = issueCollector(basename(path), into);
  const records = parseRecords(path, problems);
  if (records === null) return { rows: [], problems };
  const header = records[0] ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    problems.add("header", header.join(","), `the columns ${columns.join(", ")}`);
    return { rows: [], problems };
  }
  const rows = records.slice(1).flatMap((record, index) => {
    const where = `row ${index + 2}`;
    if (record.length === 1 && record[0] === "") return []; // an empty line has a number but is skipped
    if (record.length !== header.length)
      problems.add(where, record.join(","), `${header.length} cells, as in the header`);
    const cells = Object.fromEntries(header.map((column, i) => [column, record[i] ?? ""])) as Record<Column, string>;
    return [{ cells, where }];
  });
  return { rows, problems };
}

function parseRecords(path: string, problems: IssueCollector): string[][] | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    problems.add("file", cause instanceof TypeError ? "not UTF-8" : null, "a CSV file in UTF-8");
    return null;
  }
  try {
    return parse(text, { bom: true, trim: true, relax_column_count: true });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    problems.add(`row ${cause.lines ?? "?"}`, cause.message, "cells as in RFC 4180");
    return null;
  }
}

/** A table to write: its header, then its rows. */
export type TableRows = readonly (readonly (string | number)[])[];

/** A table as CSV. */
export function csvText(rows: TableRows): string {
  return stringify(rows.map((row) => [...row]));
}

const MAX_INT32 = 2_147_483_647; // the limit of block tables and of GraphQL's Int

/** A whole number of at least 0 from a cell, or null with a problem reported. */
export function parseWholeNumber(text: string, where: string, problems: IssueCollector): number | null {
  if (/^\d{1,15}$/.test(text) && Number(text) <= MAX_INT32) return Number(text);
  problems.add(where, text, `a whole number from 0 to ${MAX_INT32}`);
  return null;
}

/** A finite number within bounds from a cell, or null with a problem reported. */
export function parseNumberWithin(
  text: string,
  { min, max, what }: { readonly min: number; readonly max: number; readonly what: string },
  where: string,
  problems: IssueCollector,
): number | null {
  const value = text === "" ? Number.NaN : Number(text);
  if (value >= min && value <= max) return value;
  problems.add(where, text, `${what} from ${min} to ${max}`);
  return null;
}

/** A cell's text; null when it is empty. */
export function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}
