/** A tile of the web map: `z` zoom, `x` columns from the west, `y` rows from the north. */
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

/** The buffer around a tile, so that strokes do not end at its sides, as a share of a side: 8 of 512 pixels. */
export const TILE_BUFFER = 1 / 64;

/** A tile and its buffer on the grid of its zoom; `extent` is the number of units along a tile's side. */
export function nominalBox({ x, y }: TileAddress, extent: number): GridBox {
  const buffer = TILE_BUFFER * extent;
  return {
    minX: x * extent - buffer,
    minY: y * extent - buffer,
    maxX: (x + 1) * extent + buffer,
    maxY: (y + 1) * extent + buffer,
  };
}

/** Whether two boxes overlap or touch. */
export function boxesIntersect(a: GridBox, b: GridBox): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/** Whether the first box contains the second. */
export function boxContains(a: GridBox, b: GridBox): boolean {
  return a.minX <= b.minX && b.maxX <= a.maxX && a.minY <= b.minY && b.maxY <= a.maxY;
}

/** The box around boxes; for none, one that intersects no other. */
export function unionBox(boxes: readonly GridBox[]): GridBox {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    minX = Math.min(minX, box.minX);
    minY = Math.min(minY, box.minY);
    maxX = Math.max(maxX, box.maxX);
    maxY = Math.max(maxY, box.maxY);
  }
  return { minX, minY, maxX, maxY };
}
