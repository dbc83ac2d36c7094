import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { startThread } from "@coterminous/overlap/parallel";
import { EDITION_FILES } from "../edition/edition-files.js";
import type { Progress } from "../model/progress.js";
import { type BuiltRows, buildRows } from "./build-edition.js";
import type { BuildThread } from "./worker.js";

/** Editions with smaller boundaries are built sooner than a thread starts. */
const LARGE_BYTES = 1_000_000;

/** The rows of every edition by its folder, or why it has none. Where editions are large, a second thread builds every other one. */
export async function buildEditions(
  folders: readonly string[],
  progress: Progress,
): Promise<ReadonlyMap<string, BuiltRows | Error>> {
  const isShared = folders.slice(1).some(isLarge);
  const thread: BuildThread | null = isShared ? startThread(new URL("./worker.js", import.meta.url)) : null;
  try {
    const elsewhere = folders.map((folder, i) =>
      thread !== null && i % 2 === 1 ? thread.call({ kind: "BUILD", folder }) : null,
    );
    const here = folders.map((folder, i) => (elsewhere[i] === null ? buildWithProgress(folder, progress) : null));
    const results = new Map<string, BuiltRows | Error>();
    for (const [i, folder] of folders.entries()) {
      const rows = here[i] ?? (await elsewhere[i]?.catch(() => null)) ?? null;
      if (here[i] === null && rows !== null) progress.step(`measured ${basename(folder)}`);
      // A thread's error loses its class on the way: build again here, for the original one.
      results.set(folder, rows ?? buildWithProgress(folder, progress));
    }
    return results;
  } finally {
    await thread?.close();
  }
}

function isLarge(folder: string): boolean {
  const boundaries = statSync(join(folder, EDITION_FILES.boundaries), { throwIfNoEntry: false });
  return boundaries !== undefined && boundaries.size >= LARGE_BYTES;
}

function buildWithProgress(folder: string, progress: Progress): BuiltRows | Error {
  progress.step(`measuring ${basename(folder)}`);
  try {
    return buildRows(folder);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
