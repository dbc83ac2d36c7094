import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { compareText } from "../model/by-code.js";
import type { Edition } from "../model/edition.js";
import { EDITION_FILES } from "./edition-files.js";
import { readManifest } from "./manifest.js";

/** The edition that answers when a request names none. */
const DEFAULT_EDITION = "stp-2017";

/** An edition's folder and what its manifest says. */
export interface EditionFolder {
  readonly folder: string;
  /** The manifest's id; the folder's name when the manifest cannot be read. */
  readonly id: string;
  /** null when it cannot be read. */
  readonly manifest: Edition | null;
}

/**
 * The editions of a folder: the default first, the others by date and then name. Hidden folders are skipped, because they
 * belong to unfinished imports and removals. A folder that does not exist has none.
 */
export function editionFolders(geodataFolder: string): readonly EditionFolder[] {
  if (!existsSync(geodataFolder)) return [];
  return readdirSync(geodataFolder)
    .filter((name) => !name.startsWith(".") && existsSync(join(geodataFolder, name, EDITION_FILES.manifest)))
    .map((name) => {
      const manifest = readManifest(join(geodataFolder, name, EDITION_FILES.manifest), []);
      return { folder: join(geodataFolder, name), id: manifest?.id ?? name, manifest };
    })
    .sort((a, b) => compareText(rank(a), rank(b)));
}

function rank({ folder, manifest }: EditionFolder): string {
  const name = basename(folder);
  return `${name === DEFAULT_EDITION ? 0 : 1} ${manifest?.date ?? ""} ${name}`;
}
