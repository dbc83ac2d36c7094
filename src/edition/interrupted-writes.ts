import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

// Folders of unfinished imports and removals are hidden, and named with the process id that writes them: when that process
// no longer runs, it was killed and left them behind.
const TEMP_FOLDER_NAME = /^\.(?:importing-(.+)-(\d+)(-old)?|(.+)\.removed-(\d+))$/;

/** The hidden name of an edition that this process is writing; with `-old`, of the edition it replaces. */
export function tempImportName(id: string): string {
  return `.importing-${id}-${process.pid}`;
}

/** The hidden name of an edition that this process is removing. */
export function tempRemovalName(id: string): string {
  return `.${id}.removed-${process.pid}`;
}

/**
 * Cleans up a folder of editions after killed imports and removals. An edition that an import had moved aside is restored
 * when nothing has replaced it yet.
 */
export function recoverInterruptedWrites(geodataFolder: string): void {
  if (!existsSync(geodataFolder)) return;
  for (const name of readdirSync(geodataFolder)) {
    const [, id = "", importing, isOld, , removing] = TEMP_FOLDER_NAME.exec(name) ?? [];
    const pid = importing ?? removing;
    if (pid === undefined || isRunning(Number(pid))) continue;
    const [left, target] = [join(geodataFolder, name), join(geodataFolder, id)];
    // Killed between the two renames: restore the complete old edition.
    if (isOld !== undefined && !existsSync(target)) renameSync(left, target);
    else rmSync(left, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false; // this process starts writing after the clean-up
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
