import { existsSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { BadInputError } from "@coterminous/overlap";
import { EDITION_FILES } from "../edition/edition-files.js";
import { recoverInterruptedWrites, tempRemovalName } from "../edition/interrupted-writes.js";
import { readManifest } from "../edition/manifest.js";
import { parseEditionId } from "../model/code.js";
import type { BuildOptions } from "./build-plan.js";
import { editionFolders } from "./input-hash.js";

/**
 * Removes the folder of an edition of the user's own: hidden first, so that no build meets half of it. What earlier ones have left that were killed is swept.
 *
 * @returns the folder that is gone
 * @throws {BadInputError} for an edition that is not there, naming those there are, and for a shipped one
 */
export function removeEdition(text: string, { geodataFolder, userGeodataDir = null }: BuildOptions): string {
  const id = parseEditionId(text);
  if (userGeodataDir !== null) recoverInterruptedWrites(userGeodataDir);
  const own = userGeodataDir !== null && existsSync(userGeodataDir) ? editionFolders(userGeodataDir) : [];
  const folder = own.find((candidate) => editionIdOf(candidate) === id);
  if (folder === undefined) {
    if (editionFolders(geodataFolder).some((candidate) => editionIdOf(candidate) === id)) {
      throw new BadInputError(`${id} is shipped with the program; only editions of your own can be removed`);
    }
    const known = own.map(editionIdOf).join(", ");
    const there = known === "" ? "is no edition" : `is ${known}`;
    throw new BadInputError(
      `there is no edition ${JSON.stringify(id)} of your own; in ${userGeodataDir ?? "no folder"} there ${there}`,
    );
  }
  const hidden = join(dirname(folder), tempRemovalName(basename(folder)));
  renameSync(folder, hidden);
  rmSync(hidden, { recursive: true, force: true });
  return folder;
}

/** An edition's own name; its folder's where its manifest cannot be read. */
function editionIdOf(folder: string): string {
  return readManifest(join(folder, EDITION_FILES.manifest), [])?.id ?? basename(folder);
}
