import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildEdition } from "../../src/pipeline/build-edition.js";
import { temporaryFolderWith } from "./draw-files.js";
import { importLayers } from "./import-layers.js";
import { type CountrySize, syntheticCountry } from "./synthetic-country.js";
import { writeEditions } from "./write-editions.js";

/** A database of a made-up country, in a folder of its own. */
export interface CountryStore {
  readonly path: string;
  remove(): void;
}

/** Imports and builds a made-up country as the edition `imported`. */
export async function countryStore(size: CountrySize): Promise<CountryStore> {
  const folder = temporaryFolderWith({});
  const file = join(folder, "country.topojson");
  writeFileSync(file, JSON.stringify(syntheticCountry(size)));
  const layers = { footprints: `${file}#footprints`, lower_tier: `${file}#authorities` };
  const { folder: edition } = await importLayers(join(folder, "country"), layers);
  const path = join(folder, "country.sqlite");
  writeEditions(path, [buildEdition(edition)], "test");
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}
