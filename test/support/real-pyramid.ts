import { fileURLToPath } from "node:url";
import { codeVersion } from "../../src/build-info.js";
import { openPyramidCache, type PyramidCache } from "../../src/cartography/pyramid-cache.js";
import type { Store } from "../../src/store/store.js";

/** Where tests keep the drawings of the real editions, so that one of them draws for all. */
export const PYRAMID_FOLDER = fileURLToPath(new URL("../../data/test/zooms", import.meta.url));

/** The real editions as every zoom draws them; close them after use. */
export function openRealPyramid(store: Store): PyramidCache {
  return openPyramidCache({
    topologyText: (editionId) => store.topologyText(editionId, "FULL"),
    cacheDir: PYRAMID_FOLDER,
    codeVersion: codeVersion(),
  });
}
