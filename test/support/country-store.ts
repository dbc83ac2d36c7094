import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtEdition } from "../../src/build/built-edition.js";
import { writeStore } from "../../src/store/write-store.js";
import { folderWith } from "../imports/drawn-files.js";
import { importedFrom } from "../imports/import-files.js";
import { type CountrySize, drawnCountry } from "./drawn-country.js";

/** A database of a made-up country, in a folder of its own. */
export interface CountryStore {
  readonly path: string;
  remove(): void;
}

/** Imports and builds a made-up country as the edition `imported`. */
export async function countryStore(size: CountrySize): Promise<CountryStore> {
  const folder = folderWith({});
  const file = join(folder, "country.topojson");
  writeFileSync(file, JSON.stringify(drawnCountry(size)));
  const layers = { footprints: `${file}#footprints`, lower_tier: `${file}#authorities` };
  const { folder: edition } = await importedFrom(join(folder, "country"), layers);
  const path = join(folder, "country.sqlite");
  writeStore(path, [builtEdition(edition)], "test");
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}
