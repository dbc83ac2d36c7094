import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { editionRows, type TableRow } from "./edition-rows.js";
import { type Database, openDatabase, type Statement } from "./sqlite.js";
import { type BuiltEdition, StoreError } from "./store.js";

const SCHEMA = new URL("../../src/store/schema.sql", import.meta.url); // from src/ and from dist/ alike

/**
 * Writes all editions to one SQLite file: under a temporary name, checked, flushed to the disc and only then renamed,
 * so that a reader sees the old file or the new one and never half of either.
 *
 * @param inputsSha256 what the file was built from, asked again by `isBuiltFrom`
 * @returns the data version: a hash of all that was written
 */
export function writeStore(path: string, editions: readonly BuiltEdition[], inputsSha256: string): string {
  return writeRows(path, editions.map(editionRows), inputsSha256);
}

/** The same for editions whose rows are made already, each edition's at its own position. */
export function writeRows(path: string, editions: readonly Iterable<TableRow>[], inputsSha256: string): string {
  const temporary = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  rmSync(temporary, { force: true });
  try {
    const dataVersion = fill(temporary, editions, inputsSha256);
    flush(temporary);
    renameSync(temporary, path);
    flush(dirname(path));
    return dataVersion;
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
  }
}

function fill(path: string, editions: readonly Iterable<TableRow>[], inputsSha256: string): string {
  const database = openDatabase(path);
  try {
    database.pragma("journal_mode = delete");
    database.pragma("foreign_keys = on");
    database.exec(readFileSync(SCHEMA, "utf8"));
    const insert = rowInserter(database);
    const hash = createHash("sha256");
    database.transaction(() => {
      for (const rows of editions) {
        for (const { table, row } of rows) {
          insert(table, row);
          hash.update(JSON.stringify([table, row]));
        }
      }
    })();
    const dataVersion = hash.digest("hex").slice(0, 16);
    insert("build", { data_version: dataVersion, inputs_sha256: inputsSha256 });
    const verdict = database.pragma("integrity_check", { simple: true });
    if (verdict !== "ok") throw new StoreError(`SQLite's integrity check of ${path} says: ${verdict}`);
    return dataVersion;
  } finally {
    database.close();
  }
}

/** Inserts rows, preparing one statement a table. */
function rowInserter(database: Database): (table: string, row: Readonly<Record<string, unknown>>) => void {
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

function flush(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
