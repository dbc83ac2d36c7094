import type { LayerTopology } from "../model/topology.js";
import type { Store } from "../store/store.js";
import { keptPromises } from "./kept-promises.js";

/** The same store, which fetches a topology when it is first asked for and then keeps it. */
export function keptTopologies(store: Store): Store {
  const kept = keptPromises<LayerTopology | null>();
  return {
    ...store,
    topology: (editionId, detail) => kept(`${editionId} ${detail}`, () => store.topology(editionId, detail)),
  };
}
