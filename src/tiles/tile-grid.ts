import type { Detail } from "../model/boundary.js";

/** One square of the web map: `z` zoom, `x` columns from the west, `y` rows from the north. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** A box on the grid of a zoom; x eastwards, y southwards, edges included. */
export interface GridBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Tiles are cut for zooms 0 to this; clients draw the last ones larger. */
export const MOST_ZOOM = 12;

/** Units of the grid along a tile's side. */
export const TILE_EXTENT = 4096;

/** Units that a tile draws beyond each side, so that strokes do not end at it: 8 of 512 pixels. */
export const TILE_BUFFER = 64;

/** Units along the side of the world at a zoom; the last zoom's fit in 32 bits. */
export function worldUnits(zoom: number): number {
  return TILE_EXTENT * 2 ** zoom;
}

/** Position in the web map's square (EPSG:3857 scaled to 0 to 1, y southwards) of degrees. */
export function mercatorX(lon: number): number {
  return lon / 360 + 0.5;
}

/** See `mercatorX`. */
export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** What a tile draws of the grid of its zoom: itself and its buffer. */
export function tileBox({ x, y }: TileAddress): GridBox {
  return {
    minX: x * TILE_EXTENT - TILE_BUFFER,
    minY: y * TILE_EXTENT - TILE_BUFFER,
    maxX: (x + 1) * TILE_EXTENT + TILE_BUFFER,
    maxY: (y + 1) * TILE_EXTENT + TILE_BUFFER,
  };
}

/** Whether two boxes touch at least. */
export function boxesMeet(a: GridBox, b: GridBox): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/** Whether the first box holds all of the second. */
export function boxHolds(a: GridBox, b: GridBox): boolean {
  return a.minX <= b.minX && b.maxX <= a.maxX && a.minY <= b.minY && b.maxY <= a.maxY;
}

/** The box around boxes; of none, one that meets no other. */
export function boxAround(boxes: readonly GridBox[]): GridBox {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    minX = Math.min(minX, box.minX);
    minY = Math.min(minY, box.minY);
    maxX = Math.max(maxX, box.maxX);
    maxY = Math.max(maxY, box.maxY);
  }
  return { minX, minY, maxX, maxY };
}

/** The detail of an edition's topology that a zoom is drawn from. */
export function detailOfZoom(zoom: number): Detail {
  if (zoom <= 5) return "LOW";
  return zoom <= 9 ? "MEDIUM" : "FULL";
}
