import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { EDITION_FILES } from "../geodata/edition-files.js";
import { EditionError } from "../geodata/problem.js";
import { BadInputError } from "../model/bad-input-error.js";
import type { EditionId } from "../model/code.js";
import { isBuiltFrom } from "../store/open-store.js";
import { writeRows } from "../store/write-store.js";
import { startThread } from "../workers/thread.js";
import { type BuiltRows, builtRows } from "./built-rows.js";
import { editionFolders, inputsSha256 } from "./inputs.js";
import { type Progress, progressOn } from "./progress.js";
import type { RowsThread } from "./rows-worker.js";

interface BuildOptions {
  readonly geodataFolder: string;
  readonly storePath: string;
}

/** Smaller editions are built sooner than a thread is started. */
const LARGE_BYTES = 1_000_000;

/** Builds every edition into one file, unless the file there was built from the same. Returns whether it was built. */
export async function buildIfNeeded(options: BuildOptions): Promise<boolean> {
  if (isBuiltFrom(options.storePath, inputsSha256(editionFolders(options.geodataFolder)))) return false;
  await build(options);
  return true;
}

/**
 * Builds every edition into one file, every other one on a second thread where they are large.
 *
 * @returns the data version
 * @throws {EditionError} with every problem of an edition's files; the file that was there stays as it was
 * @throws {BadInputError} when there is no edition
 */
export async function build({ geodataFolder, storePath }: BuildOptions): Promise<string> {
  const folders = editionFolders(geodataFolder);
  if (folders.length === 0) {
    throw new BadInputError(`${geodataFolder} holds no edition: no folder with a file ${EDITION_FILES.manifest}`);
  }
  const progress = progressOn(process.stderr, { title: "Building", steps: folders.length + 1 });
  const isShared = folders.slice(1).some(isLarge);
  const thread: RowsThread | null = isShared ? startThread(new URL("./rows-worker.js", import.meta.url)) : null;
  try {
    const inputs = inputsSha256(folders);
    const elsewhere = folders.map((folder, position) =>
      thread !== null && position % 2 === 1 ? thread.ask({ kind: "BUILD", folder, position }) : null,
    );
    const here = folders.map((folder, position) =>
      elsewhere[position] === null ? rowsWithProgress(folder, position, progress) : null,
    );
    const editions: BuiltRows[] = [];
    for (const [position, folder] of folders.entries()) {
      const rows = here[position] ?? (await elsewhere[position]?.catch(() => null)) ?? null;
      if (here[position] === null && rows !== null) progress.step(`measured ${basename(folder)}`);
      // What fails there is built again here, to fail in the same words or not at all.
      editions.push(rows ?? rowsWithProgress(folder, position, progress));
    }
    checkIds(editions);
    progress.step("writing the database");
    return writeRows(
      storePath,
      editions.map(({ rows }) => rows),
      inputs,
    );
  } finally {
    progress.done();
    await thread?.close();
  }
}

function isLarge(folder: string): boolean {
  const boundaries = statSync(join(folder, EDITION_FILES.boundaries), { throwIfNoEntry: false });
  return boundaries !== undefined && boundaries.size >= LARGE_BYTES;
}

function rowsWithProgress(folder: string, position: number, progress: Progress): BuiltRows {
  progress.step(`measuring ${basename(folder)}`);
  return builtRows(folder, position);
}

function checkIds(editions: readonly BuiltRows[]): void {
  const seen = new Set<EditionId>();
  for (const { id } of editions) {
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
