import { existsSync } from "node:fs";
import type { EditionId } from "../model/code.js";
import { type Database, openDatabase } from "./sqlite.js";

/** An edition that a built file holds. */
export interface ExistingEdition {
  readonly id: EditionId;
  /** Of all its rows. */
  readonly rowsSha256: string;
}

/** An edition that could not be built, for the file to say so. */
export interface SkippedEdition {
  readonly folder: string;
  /** Every problem of its files, for a reader. */
  readonly problems: string;
}

/**
 * The editions of a built file by what they were built from. None where there is no file, or one that another version of
 * this program wrote: a build then measures everything.
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

/** The editions of a user's own that a built file says it could not take in. */
export function skippedEditions(path: string): readonly SkippedEdition[] {
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
    return []; // damaged, or of another version: as good as none
  }
}

/** The name under which the file that rows are taken over from is attached. */
export const PREVIOUS_DB = "previous";

/** Takes over every row of an edition from the attached file; both were written by the same code. */
export function copyEdition(database: Database, editionId: EditionId): void {
  for (const table of editionTables(database)) {
    database
      .prepare(`insert into main.${table} select * from ${PREVIOUS_DB}.${table} where edition_id = ?`)
      .run(editionId);
  }
}

// The tables that hold an edition's rows, parents before children as the schema makes them.
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
