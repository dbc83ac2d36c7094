import { join } from "node:path";
import { EDITION_FILES } from "../edition/edition-files.js";
import { editionFolders } from "../edition/edition-folders.js";
import { EditionError } from "../edition/validation-issue.js";
import type { StartProgress } from "../model/progress.js";
import { type ExistingEdition, existingEditions } from "../store/existing-editions.js";
import { editionInputHashes } from "./input-hash.js";

/** Which editions to build, into which file. */
export interface BuildOptions {
  /** Reports progress; nothing is reported when left out. */
  readonly startProgress?: StartProgress;
  /** The folder of the shipped editions; a problem in one of them stops the build. */
  readonly geodataFolder: string;
  /** The folder of the user's editions; one with problems is skipped. None when left out, null or missing. */
  readonly userGeodataDir?: string | null;
  readonly storePath: string;
  /** Whether to measure every edition again, changed or not. */
  readonly rebuildAll?: boolean;
}

/** An edition to include in the database. */
export interface PlannedEdition {
  readonly folder: string;
  /** Whether it is the user's. */
  readonly isOwn: boolean;
  /** A hash of everything it is built from. */
  readonly inputsSha256: string;
  /** The same edition in the existing database, built from the same inputs; null when it must be measured. */
  readonly existing: ExistingEdition | null;
  /** Why the edition cannot be included, whatever its files contain; null when there is no such reason. */
  readonly rejection: EditionError | null;
}

/** Every edition of both folders, the shipped before the user's. */
export function planEditions({
  geodataFolder,
  userGeodataDir = null,
  storePath,
  rebuildAll = false,
}: BuildOptions): readonly PlannedEdition[] {
  const shipped = editionFolders(geodataFolder);
  const editions = [...shipped, ...(userGeodataDir === null ? [] : editionFolders(userGeodataDir))];
  const inputs = editionInputHashes(editions.map(({ folder }) => folder));
  const existing = rebuildAll ? new Map<string, ExistingEdition>() : existingEditions(storePath);
  const folderById = new Map<string, string>();
  return editions.map(({ folder, manifest }, i): PlannedEdition => {
    const isOwn = i >= shipped.length;
    const inputsSha256 = inputs[i] ?? "";
    const other = manifest === null ? undefined : folderById.get(manifest.id);
    if (manifest !== null && other === undefined) folderById.set(manifest.id, folder);
    const rejection =
      manifest === null || other === undefined ? null : duplicateIdError(manifest.id, { folder, other, isOwn });
    return { folder, isOwn, inputsSha256, existing: existing.get(inputsSha256) ?? null, rejection };
  });
}

function duplicateIdError(
  id: string,
  { folder, other, isOwn }: { readonly folder: string; readonly other: string; readonly isOwn: boolean },
): EditionError {
  const remedy = isOwn ? `; ${other} has this one: change "id" in ${join(folder, EDITION_FILES.manifest)}` : "";
  const expected = `an id that no other edition has${remedy}`;
  return new EditionError(id, [{ file: EDITION_FILES.manifest, where: "id", value: id, expected }]);
}
