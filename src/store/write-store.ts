import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { editionRows, type TableRow } from "./edition-rows.js";
import type { ExistingEdition, SkippedEdition } from "./existing-editions.js";
import { copyEdition, PREVIOUS_DB } from "./existing-editions.js";
import { type Database, openDatabase, type Statement } from "./sqlite.js";
import { type BuiltEdition, StoreError } from "./store.js";

const SCHEMA = new URL("./schema.sql", import.meta.url);

/** An edition as it is to be written: its rows, or where they stand in the file that is there already. */
export interface EditionPart {
  readonly inputsSha256: string;
  readonly rows: Iterable<TableRow> | { readonly reuse: ExistingEdition };
}

interface WriteOptions {
  /** What the file was built from, asked again by `isBuiltFrom`. */
  readonly inputsSha256: string;
  readonly skipped?: readonly SkippedEdition[];
}

/**
 * Writes all editions to one SQLite file: under a temporary name, checked, flushed to the disc and only then renamed,
 * so that a reader sees the old file or the new one and never half of either.
 *
 * @param inputsSha256 what the file was built from, asked again by `isBuiltFrom`
 * @returns the data version: a hash of all that was written
 */
export function writeStore(path: string, editions: readonly BuiltEdition[], inputsSha256: string): string {
  const parts = editions.map((edition) => ({ inputsSha256, rows: editionRows(edition) }));
  return writeRows(path, parts, { inputsSha256 });
}

/** The same for editions whose rows are made already, or stand in the file that is at the path now. */
export function writeRows(path: string, parts: readonly EditionPart[], writing: WriteOptions): string {
  const temporary = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  rmSync(temporary, { force: true });
  try {
    const database = openDatabase(temporary);
    const dataVersion = fillDatabase(database, parts, { ...writing, present: path });
    fsyncPath(temporary);
    renameSync(temporary, path);
    fsyncPath(dirname(path));
    return dataVersion;
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
  }
}

function fillDatabase(
  database: Database,
  parts: readonly EditionPart[],
  { inputsSha256, skipped = [], present }: WriteOptions & { readonly present: string },
): string {
  try {
    database.pragma("journal_mode = delete");
    database.pragma("foreign_keys = on");
    database.exec(readFileSync(SCHEMA, "utf8"));
    const isCopying = parts.some(({ rows }) => "reuse" in rows);
    if (isCopying) database.prepare(`attach ? as ${PREVIOUS_DB}`).run(present);
    const insert = rowInserter(database);
    const versions = createHash("sha256");
    database.transaction(() => {
      for (const [position, { inputsSha256: own, rows }] of parts.entries()) {
        const { id, rowsSha256 } = "reuse" in rows ? reuseRows(database, rows.reuse) : insertRows(rows, insert);
        insert("built_edition", { edition_id: id, position, inputs_sha256: own, rows_sha256: rowsSha256 });
        versions.update(rowsSha256);
      }
      for (const { folder, problems } of skipped) insert("left_out", { folder, problems });
    })();
    if (isCopying) database.exec(`detach ${PREVIOUS_DB}`);
    const dataVersion = versions.digest("hex").slice(0, 16);
    insert("build", { data_version: dataVersion, inputs_sha256: inputsSha256 });
    const verdict = database.pragma("integrity_check", { simple: true });
    if (verdict !== "ok") throw new StoreError(`SQLite's integrity check of the new file says: ${verdict}`);
    return dataVersion;
  } finally {
    database.close();
  }
}

interface Written {
  readonly id: string;
  readonly rowsSha256: string;
}

type Insert = (table: string, row: Readonly<Record<string, unknown>>) => void;

function insertRows(rows: Iterable<TableRow>, insert: Insert): Written {
  const hash = createHash("sha256");
  let id = "";
  for (const { table, row } of rows) {
    insert(table, row);
    hash.update(JSON.stringify([table, row]));
    id = String(row.edition_id);
  }
  return { id, rowsSha256: hash.digest("hex") };
}

function reuseRows(database: Database, { id, rowsSha256 }: ExistingEdition): Written {
  copyEdition(database, id);
  return { id, rowsSha256 };
}

/** Inserts rows, preparing one statement a table. */
function rowInserter(database: Database): Insert {
  const prepared = new Map<string, Statement>();
  return (table, row) => {
    let statement = prepared.get(table);
    if (statement === undefined) {
      const columns = Object.keys(row);
      const values = columns.map((column) => `:${column}`);
      statement = database.prepare(`insert into ${table} (${columns.join(", ")}) values (${values.join(", ")})`);
      prepared.set(table, statement);
    }
    statement.run(row);
  };
}

function fsyncPath(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
