import { createHash, type Hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engineFolder } from "../build-info.js";
import { EDITION_FILES } from "../edition/edition-files.js";
import { readManifest } from "../edition/manifest.js";
import { compareText } from "../model/by-code.js";

/** The edition that is meant when none is named, where it is there. */
const DEFAULT_EDITION = "stp-2017";

/** The rooms whose code decides what is built, beside the engine: pipeline and all that it may import (rooms.json). */
const BUILD_ROOMS = ["model", "store", "cartography", "edition", "pipeline"];

/**
 * The folders of editions inside a folder: the default first, the others by date and then name. Hidden ones are none:
 * they are what an import has not finished.
 */
export function editionFolders(geodataFolder: string): string[] {
  const names = readdirSync(geodataFolder).filter(
    (name) => !name.startsWith(".") && existsSync(join(geodataFolder, name, EDITION_FILES.manifest)),
  );
  const rank = (name: string) =>
    `${name === DEFAULT_EDITION ? 0 : 1} ${readManifest(join(geodataFolder, name, EDITION_FILES.manifest), [])?.date ?? ""} ${name}`;
  return names.sort((a, b) => compareText(rank(a), rank(b))).map((name) => join(geodataFolder, name));
}

/** A hash for each edition of everything it is built from: its files and the code of the build. */
export function editionInputHashes(folders: readonly string[]): string[] {
  const code = createHash("sha256");
  addFiles(code, engineFolder());
  for (const room of BUILD_ROOMS) addFiles(code, fileURLToPath(new URL(`../${room}`, import.meta.url)));
  const codeSha256 = code.digest("hex");
  return folders.map((folder) => {
    const hash = createHash("sha256").update(codeSha256);
    addFiles(hash, folder);
    return hash.digest("hex");
  });
}

/** A hash of everything a built file depends on: the editions' files and the code of the build. */
export function inputsSha256(folders: readonly string[]): string {
  return createHash("sha256").update(editionInputHashes(folders).join()).digest("hex");
}

function addFiles(hash: Hash, folder: string): void {
  for (const path of filesBelow(folder)) {
    hash.update(path.slice(folder.length));
    hash.update(readFileSync(path));
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) =>
      statSync(path).isDirectory() ? filesBelow(path) : /\.(map|tsbuildinfo|d\.ts)$/.test(path) ? [] : [path],
    );
}
