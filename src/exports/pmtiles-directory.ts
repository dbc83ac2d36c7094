/** Where the bytes of one tile, or of a run of tiles that are alike, stand in an archive. */
export interface DirectoryEntry {
  /** Place on the Hilbert curve over all zooms. */
  readonly tileId: number;
  /** Bytes from the start of the tiles; of a leaf directory, from the start of the leaves. */
  readonly offset: number;
  readonly length: number;
  /** How many tiles in a row it is; 0 for a leaf directory. */
  readonly runLength: number;
}

/**
 * A directory as PMTiles 3 writes it, not compressed: the count, then ids, run lengths, lengths and offsets, each column
 * by itself. An offset of 0 means "right after the entry before".
 *
 * @see https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function directoryBytes(entries: readonly DirectoryEntry[]): Uint8Array {
  const bytes: number[] = [];
  pushVarint(bytes, entries.length);
  for (const [i, { tileId }] of entries.entries()) pushVarint(bytes, tileId - (entries[i - 1]?.tileId ?? 0));
  for (const { runLength } of entries) pushVarint(bytes, runLength);
  for (const { length } of entries) pushVarint(bytes, length);
  for (const [i, { offset }] of entries.entries()) {
    const before = entries[i - 1];
    const follows = before !== undefined && before.offset + before.length === offset;
    pushVarint(bytes, follows ? 0 : offset + 1);
  }
  return Uint8Array.from(bytes);
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

/** A tile's place on the Hilbert curve of its zoom, after all tiles of lower zooms. */
export function hilbertTileId({ z, x, y }: { readonly z: number; readonly x: number; readonly y: number }): number {
  let id = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = column % (2 * side) >= side ? 1 : 0;
    const lower = row % (2 * side) >= side ? 1 : 0;
    id += side * side * ((3 * right) ^ lower);
    // Quarters at the top are turned, so that each begins where the one before ends.
    if (lower === 0) {
      if (right === 1) [column, row] = [side - 1 - (column % side), side - 1 - (row % side)];
      [column, row] = [row, column];
    }
  }
  return id;
}
