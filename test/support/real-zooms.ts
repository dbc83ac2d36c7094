import { fileURLToPath } from "node:url";
import { codeVersion } from "../../src/server/data/code-version.js";
import type { Store } from "../../src/store/store.js";
import { type DrawnZooms, openDrawnZooms } from "../../src/workers/drawn-zooms.js";

/** Where tests keep the drawings of the real editions, so that one of them draws for all. */
export const ZOOMS_FOLDER = fileURLToPath(new URL("../../data/test/zooms", import.meta.url));

/** The real editions as every zoom draws them; close them after use. */
export function openRealZooms(store: Store): DrawnZooms {
  return openDrawnZooms({
    topologyText: (editionId) => store.topologyText(editionId, "FULL"),
    folder: ZOOMS_FOLDER,
    codeVersion: codeVersion(),
  });
}
