import { existsSync } from "node:fs";
import type { EditionId } from "../model/code.js";
import { type Database, openDatabase } from "./sqlite.js";

/** An edition in an existing database. */
export interface ExistingEdition {
  readonly id: EditionId;
  /** A hash of all its rows. */
  readonly rowsSha256: string;
}

/** A user's edition that could not be built, as the database reports it. */
export interface SkippedEdition {
  readonly folder: string;
  /** Every problem of its files, as text for the user. */
  readonly problems: string;
}

/**
 * The editions of the existing database by the hash of their inputs. Empty when there is no database, or one of another
 * version: a build then measures every edition.
 */
export function existingEditions(path: string): ReadonlyMap<string, ExistingEdition> {
  const rows = queryOrEmpty<{ edition_id: EditionId; inputs_sha256: string; rows_sha256: string }>(
    path,
    "select edition_id, inputs_sha256, rows_sha256 from built_edition",
  );
  return new Map(
    rows.map(({ edition_id: id, inputs_sha256, rows_sha256: rowsSha256 }) => [inputs_sha256, { id, rowsSha256 }]),
  );
}

/** The user's editions that the last build skipped. */
export function readSkippedEditions(path: string): readonly SkippedEdition[] {
  return queryOrEmpty<SkippedEdition>(path, "select folder, problems from left_out order by folder");
}

function queryOrEmpty<Row>(path: string, sql: string): readonly Row[] {
  if (!existsSync(path)) return [];
  try {
    const database = openDatabase(path, { readonly: true, fileMustExist: true });
    try {
      return database.prepare(sql).all() as Row[];
    } finally {
      database.close();
    }
  } catch {
    return []; // damaged or of another version: treated as missing
  }
}

/** The schema name of the existing database while rows are copied from it. */
export const PREVIOUS_DB = "previous";

/** Copies every row of an edition from the attached database; the same code wrote both. */
export function copyEdition(database: Database, editionId: EditionId): void {
  for (const table of editionTables(database)) {
    database
      .prepare(`insert into main.${table} select * from ${PREVIOUS_DB}.${table} where edition_id = ?`)
      .run(editionId);
  }
}

// Tables with an edition's rows, parents before children, in the order of the schema.
function editionTables(database: Database): string[] {
  const tables = database
    .prepare(`
      select name
      from main.sqlite_master
      where type = 'table' and name not in ('built_edition')
        and exists (select 1 from pragma_table_info(sqlite_master.name) where name = 'edition_id')
      order by rowid`)
    .pluck()
    .all();
  return tables as string[];
}
