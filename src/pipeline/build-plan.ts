import { existsSync } from "node:fs";
import { join } from "node:path";
import { EDITION_FILES } from "../edition/edition-files.js";
import { readManifest } from "../edition/manifest.js";
import { EditionError } from "../edition/validation-issue.js";
import type { StartProgress } from "../model/progress.js";
import { type ExistingEdition, existingEditions } from "../store/existing-editions.js";
import { editionFolders, editionInputHashes } from "./input-hash.js";

/** Which editions are built, into which file. */
export interface BuildOptions {
  /** Reports how far the build is; nothing is reported when left out. */
  readonly startProgress?: StartProgress;
  /** The folder of the shipped editions: none of them may be broken. */
  readonly geodataFolder: string;
  /** The folder of the user's own, which are built beside them; none when left out, null or not there. */
  readonly userGeodataDir?: string | null;
  readonly storePath: string;
  /** Whether everything is measured anew, unchanged or not. */
  readonly rebuildAll?: boolean;
}

/** An edition that is to be in the built file. */
export interface PlannedEdition {
  readonly folder: string;
  /** Whether it is the user's: it may be left out. */
  readonly isOwn: boolean;
  /** A hash of everything it is built from. */
  readonly inputsSha256: string;
  /** Itself in the file that is there, built from the same; null when it is to be measured. */
  readonly existing: ExistingEdition | null;
  /** Why it cannot be taken in whatever its files hold; null when nothing is known against it. */
  readonly rejection: EditionError | null;
}

/** Every edition of both folders, the shipped before the user's. */
export function planEditions(options: BuildOptions): readonly PlannedEdition[] {
  const shipped = editionFolders(options.geodataFolder);
  const folders = [...shipped, ...userEditionFolders(options)];
  const inputs = editionInputHashes(folders);
  const existing =
    options.rebuildAll === true ? new Map<string, ExistingEdition>() : existingEditions(options.storePath);
  const seen = new Map<string, string>();
  return folders.map((folder, i): PlannedEdition => {
    const isOwn = i >= shipped.length;
    const id = readManifest(join(folder, EDITION_FILES.manifest), [])?.id;
    const other = id === undefined ? undefined : seen.get(id);
    if (id !== undefined && other === undefined) seen.set(id, folder);
    const inputsSha256 = inputs[i] ?? "";
    const rejection = id === undefined || other === undefined ? null : duplicateIdError(id, { folder, other, isOwn });
    return { folder, isOwn, inputsSha256, existing: existing.get(inputsSha256) ?? null, rejection };
  });
}

function userEditionFolders({ userGeodataDir = null }: BuildOptions): readonly string[] {
  return userGeodataDir === null || !existsSync(userGeodataDir) ? [] : editionFolders(userGeodataDir);
}

function duplicateIdError(
  id: string,
  { folder, other, isOwn }: { readonly folder: string; readonly other: string; readonly isOwn: boolean },
): EditionError {
  const remedy = isOwn ? `; ${other} has this one: change "id" in ${join(folder, EDITION_FILES.manifest)}` : "";
  const expected = `an id that no other edition has${remedy}`;
  return new EditionError(id, [{ file: EDITION_FILES.manifest, where: "id", value: id, expected }]);
}
