import { basename } from "node:path";
import { EDITION_FILES } from "../geodata/edition-files.js";
import { EditionError } from "../geodata/problem.js";
import { BadInputError } from "../model/bad-input-error.js";
import type { EditionId } from "../model/code.js";
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
 * @throws {BadInputError} when there is no edition
 */
export function build({ geodataFolder, storePath }: BuildOptions): string {
  const folders = editionFolders(geodataFolder);
  if (folders.length === 0) {
    throw new BadInputError(`${geodataFolder} holds no edition: no folder with a file ${EDITION_FILES.manifest}`);
  }
  const progress = progressOn(process.stderr, { title: "Building", steps: folders.length + 1 });
  try {
    const inputs = inputsSha256(folders);
    const editions = folders.map((folder) => builtWithProgress(folder, progress));
    checkIds(editions);
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

function checkIds(editions: readonly BuiltEdition[]): void {
  const seen = new Set<EditionId>();
  for (const { facts } of editions) {
    const { id } = facts.edition;
    if (seen.has(id)) {
      const problem = {
        file: EDITION_FILES.manifest,
        where: "id",
        value: id,
        expected: "an id that no other edition has",
      };
      throw new EditionError(id, [problem]);
    }
    seen.add(id);
  }
}
