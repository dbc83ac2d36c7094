import { existsSync } from "node:fs";
import type { EditionId } from "../model/code.js";
import { openDatabase } from "./sqlite.js";

/** An edition that a built file holds. */
export interface PresentEdition {
  readonly id: EditionId;
  /** Of all its rows. */
  readonly rowsSha256: string;
}

/** An edition that could not be built, for the file to say so. */
export interface LeftOut {
  readonly folder: string;
  /** Every problem of its files, for a reader. */
  readonly problems: string;
}

/**
 * The editions of a built file by what they were built from. None where there is no file, or one that another version of
 * this program wrote: a build then measures everything.
 */
export function presentEditions(path: string): ReadonlyMap<string, PresentEdition> {
  const rows = rowsIn<{ edition_id: EditionId; inputs_sha256: string; rows_sha256: string }>(
    path,
    "select edition_id, inputs_sha256, rows_sha256 from built_edition",
  );
  return new Map(
    rows.map(({ edition_id: id, inputs_sha256, rows_sha256: rowsSha256 }) => [inputs_sha256, { id, rowsSha256 }]),
  );
}

/** The editions of a user's own that a built file says it could not take in. */
export function leftOutEditions(path: string): readonly LeftOut[] {
  return rowsIn<LeftOut>(path, "select folder, problems from left_out order by folder");
}

function rowsIn<Row>(path: string, sql: string): readonly Row[] {
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
