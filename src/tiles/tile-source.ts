import type { IndexedFacts } from "../model/facts.js";
import type { ZoomTopology } from "../model/topology.js";
import { tileFacts } from "./tile-facts.js";
import type { TileAddress } from "./tile-grid.js";
import { vectorTile } from "./vector-tile.js";
import { type ZoomGrid, zoomGrid } from "./zoom-grid.js";

/** Cuts an edition's tiles. */
export interface TileSource {
  /** A tile's bytes; null when nothing of the edition is in it. */
  tile(address: TileAddress): Promise<Uint8Array | null>;
}

/** Where an edition's tiles come from. */
export interface TileSourceOptions {
  readonly facts: IndexedFacts;
  readonly zoomTopology: (zoom: number) => Promise<ZoomTopology | null>;
}

/** Makes what tiles are cut from when it is first asked for and keeps it, once a zoom. */
export function tileSource({ facts, zoomTopology }: TileSourceOptions): TileSource {
  const grid = kept(async (zoom: number): Promise<ZoomGrid | null> => {
    const found = await zoomTopology(zoom);
    return found === null ? null : zoomGrid(found);
  });
  const known = kept(async (zoom: number) => tileFacts(facts, zoom));

  return {
    tile: async (address) => {
      const cutFrom = await grid(address.z);
      return cutFrom === null ? null : vectorTile(cutFrom, await known(address.z), address);
    },
  };
}

/** The same function, asked once a key; what failed is asked again. */
function kept<Key, Value>(make: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const made = new Map<Key, Promise<Value>>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const promise = make(key);
    promise.catch(() => made.delete(key));
    made.set(key, promise);
    return promise;
  };
}
