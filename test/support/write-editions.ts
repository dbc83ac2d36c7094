import { editionRows } from "../../src/store/edition-rows.js";
import type { BuiltEdition } from "../../src/store/store.js";
import { writeStore } from "../../src/store/write-store.js";

/** Writes editions to a database, all from the same inputs. Returns the data version. */
export function writeEditions(path: string, editions: readonly BuiltEdition[], inputsSha256: string): string {
  const parts = editions.map((edition) => ({ inputsSha256, rows: editionRows(edition) }));
  return writeStore(path, parts, { inputsSha256 });
}
