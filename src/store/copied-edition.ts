import type { EditionId } from "../model/code.js";
import type { Database } from "./sqlite.js";

/** The name under which the file that rows are taken over from is attached. */
export const PRESENT = "present";

/** Takes over every row of an edition from the attached file; both were written by the same code. */
export function copyEdition(database: Database, editionId: EditionId): void {
  for (const table of editionTables(database)) {
    database.prepare(`insert into main.${table} select * from ${PRESENT}.${table} where edition_id = ?`).run(editionId);
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
