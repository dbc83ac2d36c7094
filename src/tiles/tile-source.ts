import type { Detail } from "../model/boundary.js";
import type { IndexedFacts } from "../model/facts.js";
import type { LayerTopology } from "../model/topology.js";
import { type MercatorArc, mercatorArcs } from "./mercator-arcs.js";
import { tileFacts } from "./tile-facts.js";
import { detailOfZoom, type TileAddress } from "./tile-grid.js";
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
  readonly topology: (detail: Detail) => Promise<LayerTopology | null>;
}

interface Drawn {
  readonly topology: LayerTopology;
  readonly arcs: readonly MercatorArc[];
}

/** Makes what tiles are cut from when it is first asked for and keeps it: a detail once, a zoom once. */
export function tileSource({ facts, topology }: TileSourceOptions): TileSource {
  const drawn = kept(async (detail: Detail): Promise<Drawn | null> => {
    const found = await topology(detail);
    return found === null ? null : { topology: found, arcs: mercatorArcs(found) };
  });
  const grid = kept(async (zoom: number): Promise<ZoomGrid | null> => {
    const from = await drawn(detailOfZoom(zoom));
    return from === null ? null : zoomGrid(from.topology, from.arcs, zoom);
  });
  const known = kept(async (detail: Detail) => {
    const from = await drawn(detail);
    return from === null ? new Map() : tileFacts(facts, from.topology);
  });

  return {
    tile: async (address) => {
      const cutFrom = await grid(address.z);
      return cutFrom === null ? null : vectorTile(cutFrom, await known("LOW"), address);
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
