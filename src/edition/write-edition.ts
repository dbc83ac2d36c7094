import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EditionId } from "../model/code.js";
import { EDITION_FILES } from "./edition-files.js";
import { recoverInterruptedWrites, tempImportName } from "./interrupted-writes.js";

/** The texts of an edition's files; null for a file that it does not have. */
export type EditionTexts = Readonly<Partial<Record<keyof typeof EDITION_FILES, string | null>>>;

/**
 * Writes an edition's folder whole or not at all: under a hidden name, checked, then renamed. Cleans up after killed
 * imports and removals first.
 *
 * @param check throws to reject the folder; nothing is written then
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

// A folder cannot replace a non-empty one in one step: for a moment the edition is missing, but never incomplete.
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
