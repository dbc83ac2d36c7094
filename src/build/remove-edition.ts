import { existsSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { EDITION_FILES } from "../geodata/edition-files.js";
import { removedName, sweepLeftBehind } from "../geodata/left-behind.js";
import { readManifest } from "../geodata/manifest.js";
import { BadInputError } from "../model/bad-input-error.js";
import { parseEditionId } from "../model/code.js";
import { editionFolders } from "./inputs.js";
import type { BuildOptions } from "./planned-editions.js";

/**
 * Removes the folder of an edition of the user's own: hidden first, so that no build meets half of it. What earlier ones have left that were killed is swept.
 *
 * @returns the folder that is gone
 * @throws {BadInputError} for an edition that is not there, naming those there are, and for a shipped one
 */
export function removeEdition(text: string, { geodataFolder, ownFolder = null }: BuildOptions): string {
  const id = parseEditionId(text);
  if (ownFolder !== null) sweepLeftBehind(ownFolder);
  const own = ownFolder !== null && existsSync(ownFolder) ? editionFolders(ownFolder) : [];
  const folder = own.find((candidate) => idOf(candidate) === id);
  if (folder === undefined) {
    if (editionFolders(geodataFolder).some((candidate) => idOf(candidate) === id)) {
      throw new BadInputError(`${id} is shipped with the program; only editions of your own can be removed`);
    }
    const known = own.map(idOf).join(", ");
    const there = known === "" ? "is no edition" : `is ${known}`;
    throw new BadInputError(
      `there is no edition ${JSON.stringify(id)} of your own; in ${ownFolder ?? "no folder"} there ${there}`,
    );
  }
  const hidden = join(dirname(folder), removedName(basename(folder)));
  renameSync(folder, hidden);
  rmSync(hidden, { recursive: true, force: true });
  return folder;
}

/** An edition's own name; its folder's where its manifest cannot be read. */
function idOf(folder: string): string {
  return readManifest(join(folder, EDITION_FILES.manifest), [])?.id ?? basename(folder);
}
