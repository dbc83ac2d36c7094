import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { EDITION_FILES } from "../geodata/edition-files.js";
import type { EditionId } from "../model/code.js";
import type { TableRows } from "./edition-tables.js";

/** The files of an edition, by what they hold; null for one that it does not have. */
export type EditionTexts = Readonly<Partial<Record<keyof typeof EDITION_FILES, string | null>>>;

// Hidden, so that nobody takes one for an edition; whoever is not running any more has left it behind.
const UNFINISHED = /^\.importing-(.+)-(\d+)(-old)?$/;

/**
 * Writes an edition's folder under a hidden name, lets it be checked, and puts it into place in one step: it is there as a
 * whole or not at all. Folders that imports have left which were killed are swept, and an edition that one of
 * them had moved aside is put back.
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
  sweepUnfinished(geodataFolder);
  const target = join(geodataFolder, id);
  const unfinished = join(geodataFolder, `.importing-${id}-${process.pid}`);
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

/** A table as CSV. */
export function csvText(rows: TableRows): string {
  return stringify(rows.map((row) => [...row]));
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

function sweepUnfinished(geodataFolder: string): void {
  for (const name of readdirSync(geodataFolder)) {
    const [, id = "", pid, isOld] = UNFINISHED.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const [left, target] = [join(geodataFolder, name), join(geodataFolder, id)];
    // Killed between the two renames: the edition that was to be replaced is whole, and nothing is in its place.
    if (isOld !== undefined && !existsSync(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
