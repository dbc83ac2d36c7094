import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { editionFolders } from "../../src/edition/edition-folders.js";
import type { IndexedFacts } from "../../src/model/facts.js";
import { combineHashes, editionInputHashes } from "../../src/pipeline/input-hash.js";
import { isBuiltFrom, openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { PROGRAM } from "./program.js";

/** The editions that the project ships. */
export type ShippedEdition = "stp-2017" | "icb-2024";

export const SHIPPED_EDITIONS: readonly ShippedEdition[] = ["stp-2017", "icb-2024"];

/** How long a hook that wants the real database may take: it may have to be built, on a busy machine. */
export const BUILD_TIMEOUT_MS = 180_000;

/** The folder of the shipped editions. */
export const GEODATA = fileURLToPath(new URL("../../geodata", import.meta.url));

// Not the one that `npm start` serves, which is the user's own.
const STORE = fileURLToPath(new URL("../../data/test/coterminous.sqlite", import.meta.url));

let isCurrent = false; // asked once in each test file

/**
 * The path of a database built from the shipped editions by the code as it stands.
 *
 * Kept between runs and built again, in some seconds, when the geodata or the build's code has changed. Test files that run side by side may
 * both build it; each writes a file of its own and renames it, so no reader sees half of one.
 */
export function realStorePath(): string {
  if (isCurrent) return STORE;
  const folders = editionFolders(GEODATA).map(({ folder }) => folder);
  if (!isBuiltFrom(STORE, combineHashes(editionInputHashes(folders)))) {
    const env = { ...process.env, COTERMINOUS_STORE: STORE, COTERMINOUS_GEODATA: "" };
    execFileSync(process.execPath, [PROGRAM, "build", "--if-needed"], { env, stdio: "inherit" });
  }
  isCurrent = true;
  return STORE;
}

/** The real database, open; close it after use. */
export function openRealStore(): Store {
  return openStore(realStorePath());
}

/** Everything but shapes of a shipped edition. */
export async function realFacts(edition: ShippedEdition): Promise<IndexedFacts> {
  const store = openRealStore();
  const { editions } = await store.loadFacts();
  await store.close();
  const facts = [...editions.values()].find((known) => known.edition.id === edition);
  if (facts === undefined) throw new Error(`the database holds no edition ${edition}`);
  return facts;
}
