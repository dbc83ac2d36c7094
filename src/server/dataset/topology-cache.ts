import { setImmediate } from "node:timers/promises";
import type { EditionId } from "../../model/code.js";
import type { LayerTopology } from "../../model/topology.js";
import { memoizeAsync } from "../../store/memoize-async.js";
import type { Store } from "../../store/store.js";

/** The same store, with topologies cached on first use. */
export function cacheTopologies(store: Store): Store {
  const memoize = memoizeAsync<LayerTopology | null>();
  return {
    ...store,
    topology: (editionId, detail) => memoize(`${editionId} ${detail}`, () => store.topology(editionId, detail)),
  };
}

/**
 * Reads every topology of these editions, so that no query has to. Reading one blocks the event loop for up to 0.1 s;
 * between two, pending requests run.
 */
export async function fetchTopologies(store: Store, editionIds: Iterable<EditionId>): Promise<void> {
  for (const editionId of editionIds) {
    for (const detail of ["LOW", "MEDIUM", "FULL"] as const) {
      await store.topology(editionId, detail);
      await setImmediate();
    }
  }
}
