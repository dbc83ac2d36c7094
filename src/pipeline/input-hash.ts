import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engineFolder } from "../build-info.js";

/** The rooms whose code decides what is built, besides the engine: pipeline and all that it may import (rooms.json). */
export const BUILD_ROOMS = ["model", "analysis", "store", "cartography", "edition", "pipeline"];

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

/** One hash for a file built from several editions. */
export function combineHashes(hashes: readonly string[]): string {
  return createHash("sha256").update(hashes.join()).digest("hex");
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
