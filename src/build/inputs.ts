import { createHash, type Hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EDITION_FILES } from "../geodata/edition-files.js";
import { readManifest } from "../geodata/manifest.js";

/** The edition that is meant when none is named, where it is there. */
const DEFAULT_EDITION = "stp-2017";

/** Code that decides what is built; when it changes, a built file is out of date. */
const BUILD_CODE = ["model", "geometry", "geodata", "overlap", "topology", "store", "workers", "build"];

/** Read where the sources are by the compiled program too. */
const STORE_SCHEMA = new URL("../../src/store/schema.sql", import.meta.url);

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
  return names.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).map((name) => join(geodataFolder, name));
}

/** A hash for each edition of everything it is built from: its files and the code of the build. */
export function editionInputs(folders: readonly string[]): string[] {
  const code = createHash("sha256");
  for (const folder of BUILD_CODE) addFiles(code, fileURLToPath(new URL(`../${folder}`, import.meta.url)));
  const codeSha256 = code.update(readFileSync(STORE_SCHEMA)).digest("hex");
  return folders.map((folder) => {
    const hash = createHash("sha256").update(codeSha256);
    addFiles(hash, folder);
    return hash.digest("hex");
  });
}

/** A hash of everything a built file depends on: the editions' files and the code of the build. */
export function inputsSha256(folders: readonly string[]): string {
  return createHash("sha256").update(editionInputs(folders).join()).digest("hex");
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
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : path.endsWith(".map") ? [] : [path]));
}
