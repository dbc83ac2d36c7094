import type { LonLatBox } from "@coterminous/overlap";
import { type PyramidLevel, pyramidLevel } from "../../cartography/tiles/pyramid-level.js";
import { TILE_BUFFER, type TileAddress } from "../../cartography/tiles/tile-grid.js";
import { vectorTile } from "../../cartography/tiles/vector-tile.js";
import { mercatorX, mercatorY } from "../../cartography/web-mercator.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { ZoomTopology } from "../../model/topology.js";
import { tileAttributes } from "./tile-attributes.js";

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
  const loadLevel = memoize(async (zoom: number): Promise<PyramidLevel | null> => {
    const found = await zoomTopology(zoom);
    return found === null ? null : pyramidLevel(found);
  });
  const loadAttributes = memoize(async (zoom: number) => tileAttributes(facts, zoom));

  return {
    tile: async (address) => {
      const level = await loadLevel(address.z);
      return level === null ? null : vectorTile(level, await loadAttributes(address.z), address);
    },
  };
}

/** The same function, asked once a key; what failed is asked again. */
function memoize<Key, Value>(make: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const promises = new Map<Key, Promise<Value>>();
  return (key) => {
    const cached = promises.get(key);
    if (cached !== undefined) return cached;
    const promise = make(key);
    promise.catch(() => promises.delete(key));
    promises.set(key, promise);
    return promise;
  };
}

/** A tile with its bytes. */
export interface EncodedTile {
  readonly address: TileAddress;
  readonly bytes: Uint8Array;
}

/** Every tile of an edition that is not empty, zoom by zoom from 0 to the last one wanted, row by row. */
export async function* allTiles(source: TileSource, bounds: LonLatBox, maxZoom: number): AsyncGenerator<EncodedTile> {
  for (let zoom = 0; zoom <= maxZoom; zoom++) {
    for (const address of addressesIn(bounds, zoom)) {
      const bytes = await source.tile(address);
      if (bytes !== null) yield { address, bytes };
    }
  }
}

/** The addresses of a zoom whose tiles, buffer and all, meet a box of degrees. */
export function addressesIn([west, south, east, north]: LonLatBox, zoom: number): TileAddress[] {
  const size = 2 ** zoom;
  const clampToGrid = (position: number) => Math.max(0, Math.min(size - 1, Math.floor(position)));
  const [firstX, lastX] = [
    clampToGrid(mercatorX(west) * size - TILE_BUFFER),
    clampToGrid(mercatorX(east) * size + TILE_BUFFER),
  ];
  const [firstY, lastY] = [
    clampToGrid(mercatorY(north) * size - TILE_BUFFER),
    clampToGrid(mercatorY(south) * size + TILE_BUFFER),
  ];
  const addresses: TileAddress[] = [];
  for (let y = firstY; y <= lastY; y++) for (let x = firstX; x <= lastX; x++) addresses.push({ z: zoom, x, y });
  return addresses;
}
