import { renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BadInputError } from "@coterminous/overlap";
import { editionFolders } from "../edition/edition-folders.js";
import { recoverInterruptedWrites, tempRemovalName } from "../edition/interrupted-writes.js";
import { parseEditionId } from "../model/code.js";
import type { BuildOptions } from "./build-plan.js";

/**
 * Removes the folder of one of the user's editions. It is hidden first, so that no build reads a half-removed edition.
 *
 * @returns the removed folder
 * @throws {BadInputError} for a shipped edition, and for an unknown one, with the ids that exist
 */
export function removeEdition(text: string, { geodataFolder, userGeodataDir = null }: BuildOptions): string {
  const id = parseEditionId(text);
  if (userGeodataDir !== null) recoverInterruptedWrites(userGeodataDir);
  const own = userGeodataDir === null ? [] : editionFolders(userGeodataDir);
  const folder = own.find((edition) => edition.id === id)?.folder;
  if (folder === undefined) {
    if (editionFolders(geodataFolder).some((edition) => edition.id === id)) {
      throw new BadInputError(`${id} is shipped with the program; only editions of your own can be removed`);
    }
    const existing = own.length === 0 ? "no edition" : own.map((edition) => edition.id).join(", ");
    throw new BadInputError(
      `there is no edition ${JSON.stringify(id)} of your own; ${userGeodataDir ?? "no folder"} contains ${existing}`,
    );
  }
  const hidden = join(dirname(folder), tempRemovalName(basename(folder)));
  renameSync(folder, hidden);
  rmSync(hidden, { recursive: true, force: true });
  return folder;
}
