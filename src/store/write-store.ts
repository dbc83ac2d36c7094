import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { TableRow } from "./edition-rows.js";
import { copyEdition, type ExistingEdition, PREVIOUS_DB, type SkippedEdition } from "./existing-editions.js";
import { type Database, openDatabase, type Statement } from "./sqlite.js";
import { StoreError } from "./store.js";
import { writeAtomically } from "./write-atomically.js";

const SCHEMA = new URL("./schema.sql", import.meta.url);

/** An edition to write: its rows, or where they are in the file at the path now. */
export interface EditionPart {
  readonly inputsSha256: string;
  readonly rows: Iterable<TableRow> | { readonly reuse: ExistingEdition };
}

interface WriteOptions {
  /** A hash of everything the file is built from; `isBuiltFrom` compares it. */
  readonly inputsSha256: string;
  readonly skipped?: readonly SkippedEdition[];
}

/**
 * Writes all editions to one SQLite file, whole or not at all, after SQLite's integrity check.
 *
 * @returns the data version: a hash of every row
 * @throws {StoreError} when the new file fails the check; the old one stays
 */
export function writeStore(path: string, parts: readonly EditionPart[], options: WriteOptions): string {
  return writeAtomically(path, (temporaryPath) =>
    fillDatabase(openDatabase(temporaryPath), parts, { ...options, previousPath: path }),
  );
}

function fillDatabase(
  database: Database,
  parts: readonly EditionPart[],
  { inputsSha256, skipped = [], previousPath }: WriteOptions & { readonly previousPath: string },
): string {
  try {
    database.pragma("journal_mode = delete");
    database.pragma("foreign_keys = on");
    database.exec(readFileSync(SCHEMA, "utf8"));
    const isReusing = parts.some(({ rows }) => "reuse" in rows);
    if (isReusing) database.prepare(`attach ? as ${PREVIOUS_DB}`).run(previousPath);
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
    if (isReusing) database.exec(`detach ${PREVIOUS_DB}`);
    const dataVersion = versions.digest("hex").slice(0, 16);
    insert("build", { data_version: dataVersion, inputs_sha256: inputsSha256 });
    const result = database.pragma("integrity_check", { simple: true });
    if (result !== "ok") throw new StoreError(`the new database fails SQLite's integrity check: ${result}`);
    return dataVersion;
  } finally {
    database.close();
  }
}

interface EditionVersion {
  readonly id: string;
  readonly rowsSha256: string;
}

type Insert = (table: string, row: Readonly<Record<string, unknown>>) => void;

/** Inserts rows, preparing one statement a table. */
function rowInserter(database: Database): Insert {
  const statements = new Map<string, Statement>();
  return (table, row) => {
    let statement = statements.get(table);
    if (statement === undefined) {
      const columns = Object.keys(row);
      const values = columns.map((column) => `:${column}`);
      statement = database.prepare(`insert into ${table} (${columns.join(", ")}) values (${values.join(", ")})`);
      statements.set(table, statement);
    }
    statement.run(row);
  };
}

function reuseRows(database: Database, { id, rowsSha256 }: ExistingEdition): EditionVersion {
  copyEdition(database, id);
  return { id, rowsSha256 };
}

function insertRows(rows: Iterable<TableRow>, insert: Insert): EditionVersion {
  const hash = createHash("sha256");
  let id = "";
  for (const { table, row } of rows) {
    insert(table, row);
    hash.update(JSON.stringify([table, row]));
    id = String(row.edition_id);
  }
  return { id, rowsSha256: hash.digest("hex") };
}
