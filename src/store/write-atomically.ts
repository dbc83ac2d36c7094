import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: under a temporary name, flushed to the disc, then renamed. A reader sees the old file
 * or the new one, never half of either. The folder is made when it is missing.
 *
 * @param write writes the file at the temporary path that it gets; when it throws, the old file stays
 */
export function writeAtomically<Result>(path: string, write: (temporaryPath: string) => Result): Result {
  const temporary = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  rmSync(temporary, { force: true });
  try {
    const result = write(temporary);
    flush(temporary, "r+");
    renameSync(temporary, path);
    if (process.platform !== "win32") flush(dirname(path), "r"); // Windows flushes no folders
    return result;
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true }); // SQLite's, beside an unfinished database
  }
}

function flush(path: string, flags: "r" | "r+"): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
