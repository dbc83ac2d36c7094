import type { LonLatBox } from "@coterminous/overlap";
import { type PyramidLevel, pyramidLevel } from "../../cartography/tiles/pyramid-level.js";
import { TILE_BUFFER, type TileAddress } from "../../cartography/tiles/tile-grid.js";
import { vectorTile } from "../../cartography/tiles/vector-tile.js";
import { mercatorX, mercatorY } from "../../cartography/web-mercator.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { ZoomTopology } from "../../model/topology.js";
import { memoizeAsync } from "../../store/memoize-async.js";
import { tileAttributes } from "./tile-attributes.js";

/** The tiles of an edition. */
export interface TileSource {
  /** A tile's bytes; null for an empty tile. */
  tile(address: TileAddress): Promise<Uint8Array | null>;
}

/** The data that an edition's tiles are cut from. */
export interface TileSourceOptions {
  readonly facts: IndexedFacts;
  readonly zoomTopology: (zoom: number) => Promise<ZoomTopology | null>;
}

/** Cuts an edition's tiles; the level and the attributes of each zoom are prepared on first request and cached. */
export function tileSource({ facts, zoomTopology }: TileSourceOptions): TileSource {
  const memoizeLevel = memoizeAsync<PyramidLevel | null, number>();
  const memoizeAttributes = memoizeAsync<ReturnType<typeof tileAttributes>, number>();

  const computeLevel = async (zoom: number) => {
    const topology = await zoomTopology(zoom);
    return topology === null ? null : pyramidLevel(topology);
  };
  return {
    tile: async (address) => {
      const { z: zoom } = address;
      const level = await memoizeLevel(zoom, () => computeLevel(zoom));
      if (level === null) return null;
      return vectorTile(level, await memoizeAttributes(zoom, async () => tileAttributes(facts, zoom)), address);
    },
  };
}

/** A tile with its bytes. */
export interface EncodedTile {
  readonly address: TileAddress;
  readonly bytes: Uint8Array;
}

/** Every non-empty tile of an edition, zoom by zoom from 0 to `maxZoom`, row by row. */
export async function* allTiles(source: TileSource, bounds: LonLatBox, maxZoom: number): AsyncGenerator<EncodedTile> {
  for (let zoom = 0; zoom <= maxZoom; zoom++) {
    for (const address of addressesIn(bounds, zoom)) {
      const bytes = await source.tile(address);
      if (bytes !== null) yield { address, bytes };
    }
  }
}

/** The addresses of a zoom whose tiles, with their buffer, intersect a box in degrees. */
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
