import { mercatorX, mercatorY } from "../geometry/web-mercator.js";
import type { LonLatBox } from "../model/boundary.js";
import { TILE_BUFFER, type TileAddress } from "./tile-grid.js";
import type { TileSource } from "./tile-source.js";

/** A tile with its bytes. */
export interface CutTile {
  readonly address: TileAddress;
  readonly bytes: Uint8Array;
}

/** Every tile of an edition that is not empty, zoom by zoom from 0 to the last one wanted, row by row. */
export async function* editionTiles(source: TileSource, bounds: LonLatBox, mostZoom: number): AsyncGenerator<CutTile> {
  for (let zoom = 0; zoom <= mostZoom; zoom++) {
    for (const address of addressesIn(bounds, zoom)) {
      const bytes = await source.tile(address);
      if (bytes !== null) yield { address, bytes };
    }
  }
}

/** The addresses of a zoom whose tiles, buffer and all, meet a box of degrees. */
export function addressesIn([west, south, east, north]: LonLatBox, zoom: number): TileAddress[] {
  const size = 2 ** zoom;
  const within = (position: number) => Math.max(0, Math.min(size - 1, Math.floor(position)));
  const [firstX, lastX] = [within(mercatorX(west) * size - TILE_BUFFER), within(mercatorX(east) * size + TILE_BUFFER)];
  const [firstY, lastY] = [
    within(mercatorY(north) * size - TILE_BUFFER),
    within(mercatorY(south) * size + TILE_BUFFER),
  ];
  const addresses: TileAddress[] = [];
  for (let y = firstY; y <= lastY; y++) for (let x = firstX; x <= lastX; x++) addresses.push({ z: zoom, x, y });
  return addresses;
}
