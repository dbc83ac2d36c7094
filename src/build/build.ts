import { basename } from "node:path";
import { isBuiltFrom } from "../store/open-store.js";
import type { BuiltEdition } from "../store/store.js";
import { writeStore } from "../store/write-store.js";
import { builtEdition } from "./built-edition.js";
import { editionFolders, inputsSha256 } from "./inputs.js";
import { type Progress, progressOn } from "./progress.js";

interface BuildOptions {
  readonly geodataFolder: string;
  readonly storePath: string;
}

/** Builds every edition into one file, unless the file there was built from the same. Returns whether it was built. */
export function buildIfNeeded(options: BuildOptions): boolean {
  if (isBuiltFrom(options.storePath, inputsSha256(editionFolders(options.geodataFolder)))) return false;
  build(options);
  return true;
}

/**
 * Builds every edition into one file.
 *
 * @returns the data version
 * @throws {EditionError} with every problem of an edition's files; the file that was there stays as it was
 */
export function build({ geodataFolder, storePath }: BuildOptions): string {
  const folders = editionFolders(geodataFolder);
  const progress = progressOn(process.stderr, { title: "Building", steps: folders.length + 1 });
  try {
    const inputs = inputsSha256(folders);
    const editions = folders.map((folder) => builtWithProgress(folder, progress));
    progress.step("writing the database");
    return writeStore(storePath, editions, inputs);
  } finally {
    progress.done();
  }
}

function builtWithProgress(folder: string, progress: Progress): BuiltEdition {
  progress.step(`measuring ${basename(folder)}`);
  return builtEdition(folder);
}
