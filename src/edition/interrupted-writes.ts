import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

// Folders on their way in or out are hidden, so that nobody takes one for an edition, and carry the number of the process
// that moves them: if it is not running any more, it was killed and has left them behind.
const TEMP_FOLDER_NAME = /^\.(?:importing-(.+)-(\d+)(-old)?|(.+)\.removed-(\d+))$/;

/** The hidden name of an edition that this process is writing; `-old` behind it, of the one whose place it takes. */
export function tempImportName(id: string): string {
  return `.importing-${id}-${process.pid}`;
}

/** The hidden name of an edition that this process is removing. */
export function tempRemovalName(id: string): string {
  return `.${id}.removed-${process.pid}`;
}

/**
 * Sweeps a folder of editions of what imports and removals have left in it that were killed. An edition that an import had
 * moved aside, with nothing in its place yet, is put back.
 */
export function recoverInterruptedWrites(geodataFolder: string): void {
  if (!existsSync(geodataFolder)) return;
  for (const name of readdirSync(geodataFolder)) {
    const [, id = "", importing, isOld, , removing] = TEMP_FOLDER_NAME.exec(name) ?? [];
    const pid = importing ?? removing;
    if (pid === undefined || isRunning(Number(pid))) continue;
    const [left, target] = [join(geodataFolder, name), join(geodataFolder, id)];
    // Killed between the two renames: the edition that was to be replaced is whole, and nothing is in its place.
    if (isOld !== undefined && !existsSync(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false; // what this process moves, it moves after sweeping
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
