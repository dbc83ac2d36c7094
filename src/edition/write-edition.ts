import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EditionId } from "../model/code.js";
import { EDITION_FILES } from "./edition-files.js";
import { recoverInterruptedWrites, tempImportName } from "./interrupted-writes.js";

/** The files of an edition, by what they hold; null for one that it does not have. */
export type EditionTexts = Readonly<Partial<Record<keyof typeof EDITION_FILES, string | null>>>;

/**
 * Writes an edition's folder under a hidden name, lets it be checked, and puts it into place in one step: it is there as a
 * whole or not at all. What killed imports and removals have left behind is swept first.
 *
 * @param check what must not throw for the folder to be taken
 */
export function writeEdition(
  geodataFolder: string,
  {
    id,
    texts,
    check,
  }: { readonly id: EditionId; readonly texts: EditionTexts; readonly check: (folder: string) => void },
): string {
  mkdirSync(geodataFolder, { recursive: true });
  recoverInterruptedWrites(geodataFolder);
  const target = join(geodataFolder, id);
  const unfinished = join(geodataFolder, tempImportName(id));
  try {
    mkdirSync(unfinished);
    for (const [name, text] of Object.entries(texts)) {
      if (text !== null) writeFileSync(join(unfinished, EDITION_FILES[name as keyof typeof EDITION_FILES]), text);
    }
    check(unfinished);
    if (existsSync(target)) replace(target, unfinished);
    else renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}

// A folder cannot take a full one's place in one step: for a moment the edition is not there, and never in part.
function replace(target: string, by: string): void {
  const old = `${by}-old`;
  renameSync(target, old);
  try {
    renameSync(by, target);
  } catch (cause) {
    renameSync(old, target);
    throw cause;
  }
  rmSync(old, { recursive: true, force: true });
}
