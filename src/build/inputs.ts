import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EDITION_FILES } from "../geodata/edition-files.js";
import { readManifest } from "../geodata/manifest.js";

/** The edition that is meant when none is named, where it is there. */
const DEFAULT_EDITION = "stp-2017";

/** Code that decides what is built; when it changes, a built file is out of date. */
const BUILD_CODE = ["model", "geometry", "geodata", "overlap", "formats", "store", "workers", "build"];

/** Read where the sources are by the compiled program too. */
const STORE_SCHEMA = new URL("../../src/store/schema.sql", import.meta.url);

/** The folders of editions inside a folder: the default first, the others by date and then name. */
export function editionFolders(geodataFolder: string): string[] {
  const names = readdirSync(geodataFolder).filter((name) =>
    existsSync(join(geodataFolder, name, EDITION_FILES.manifest)),
  );
  const rank = (name: string) =>
    `${name === DEFAULT_EDITION ? 0 : 1} ${readManifest(join(geodataFolder, name, EDITION_FILES.manifest), [])?.date ?? ""} ${name}`;
  return names.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).map((name) => join(geodataFolder, name));
}

/** A hash of everything a built file depends on: the editions' files and the code of the build. */
export function inputsSha256(folders: readonly string[]): string {
  const hash = createHash("sha256");
  const code = BUILD_CODE.map((folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url)));
  for (const folder of [...folders, ...code]) {
    for (const path of filesBelow(folder)) {
      hash.update(path.slice(folder.length));
      hash.update(readFileSync(path));
    }
  }
  hash.update(readFileSync(STORE_SCHEMA));
  return hash.digest("hex");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : path.endsWith(".map") ? [] : [path]));
}
