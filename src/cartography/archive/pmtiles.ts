import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { LonLatBox } from "@coterminous/overlap";
import type { TileAddress } from "../tiles/tile-grid.js";

/** A tile in an archive. */
export interface ArchivedTile {
  readonly address: TileAddress;
  /** Compressed with gzip. */
  readonly bytes: Uint8Array;
}

/** The description in an archive. */
export interface ArchiveDescription {
  /** An object with `vector_layers`, as PMTiles requires for vector tiles. */
  readonly metadata: object;
  readonly bounds: LonLatBox;
  readonly center: readonly [lon: number, lat: number, zoom: number];
  readonly minZoom: number;
  readonly maxZoom: number;
}

const HEADER_BYTES = 127;
const MAX_ROOT_BYTES = 16_384 - HEADER_BYTES; // readers fetch the header and the root directory in one request
const LEAF_ENTRIES = 4096;
const GZIP = 2; // value of the header's compression fields
const MVT = 1; // value of its tile type field

/**
 * A PMTiles 3 archive of vector tiles, which map clients read by ranges from any file server. Tiles are in the order of
 * the Hilbert curve; identical ones, such as the inside of a large area, are stored once.
 *
 * @see https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function encodePmtiles(tiles: readonly ArchivedTile[], description: ArchiveDescription): Buffer {
  const { entries, contents } = clusterTiles(tiles);
  const { root, leaves } = directories(entries);
  const metadata = gzipSync(JSON.stringify(description.metadata));
  const sections = { root, metadata, leaves, tiles: Buffer.concat(contents) };
  const counts = { tiles: tiles.length, entries: entries.length, contents: contents.length };
  return Buffer.concat([
    header(sections, counts, description),
    sections.root,
    sections.metadata,
    sections.leaves,
    sections.tiles,
  ]);
}

function clusterTiles(tiles: readonly ArchivedTile[]): {
  readonly entries: readonly DirectoryEntry[];
  readonly contents: readonly Uint8Array[];
} {
  const sorted = tiles
    .map(({ address, bytes }) => ({ tileId: hilbertTileId(address), bytes }))
    .sort((a, b) => a.tileId - b.tileId);
  const contents: Uint8Array[] = [];
  const offsets = new Map<string, number>();
  const entries: DirectoryEntry[] = [];
  let end = 0;
  for (const { tileId, bytes } of sorted) {
    const hash = createHash("sha256").update(bytes).digest("base64");
    const existing = offsets.get(hash);
    const offset = existing ?? end;
    if (existing === undefined) {
      offsets.set(hash, end);
      contents.push(bytes);
      end += bytes.length;
    }
    const last = entries.at(-1);
    if (last !== undefined && last.offset === offset && last.tileId + last.runLength === tileId) {
      entries[entries.length - 1] = { ...last, runLength: last.runLength + 1 };
    } else entries.push({ tileId, offset, length: bytes.length, runLength: 1 });
  }
  return { entries, contents };
}

/** A root directory alone where it is small enough, else a root that points to leaves. */
function directories(entries: readonly DirectoryEntry[]): { readonly root: Buffer; readonly leaves: Buffer } {
  const whole = gzipSync(encodeDirectory(entries));
  if (whole.length <= MAX_ROOT_BYTES) return { root: whole, leaves: Buffer.alloc(0) };
  const pointers: DirectoryEntry[] = [];
  const leaves: Buffer[] = [];
  let end = 0;
  for (let i = 0; i < entries.length; i += LEAF_ENTRIES) {
    const leaf = gzipSync(encodeDirectory(entries.slice(i, i + LEAF_ENTRIES)));
    pointers.push({ tileId: entries[i]?.tileId ?? 0, offset: end, length: leaf.length, runLength: 0 });
    leaves.push(leaf);
    end += leaf.length;
  }
  return { root: gzipSync(encodeDirectory(pointers)), leaves: Buffer.concat(leaves) };
}

function header(
  { root, metadata, leaves, tiles }: Readonly<Record<"root" | "metadata" | "leaves" | "tiles", Buffer>>,
  counts: Readonly<Record<"tiles" | "entries" | "contents", number>>,
  { bounds, center, minZoom, maxZoom }: ArchiveDescription,
): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write("PMTiles", 0, "latin1");
  bytes.writeUInt8(3, 7);
  let at = 8;
  let start = HEADER_BYTES;
  for (const section of [root, metadata, leaves, tiles]) {
    at = bytes.writeBigUInt64LE(BigInt(start), at);
    at = bytes.writeBigUInt64LE(BigInt(section.length), at);
    start += section.length;
  }
  for (const count of [counts.tiles, counts.entries, counts.contents]) at = bytes.writeBigUInt64LE(BigInt(count), at);
  const isClustered = 1;
  for (const field of [isClustered, GZIP, GZIP, MVT, minZoom, maxZoom]) at = bytes.writeUInt8(field, at);
  for (const degrees of bounds) at = bytes.writeInt32LE(Math.round(degrees * 1e7), at);
  const [lon, lat, zoom] = center;
  at = bytes.writeUInt8(zoom, at);
  for (const degrees of [lon, lat]) at = bytes.writeInt32LE(Math.round(degrees * 1e7), at);
  return bytes;
}

/** Where the bytes of a tile, or of a run of identical tiles, are in an archive. */
export interface DirectoryEntry {
  /** Position on the Hilbert curve over all zooms. */
  readonly tileId: number;
  /** Bytes from the start of the tiles; of a leaf directory, from the start of the leaves. */
  readonly offset: number;
  readonly length: number;
  /** How many consecutive tiles it stands for; 0 for a leaf directory. */
  readonly runLength: number;
}

/**
 * A PMTiles 3 directory, uncompressed: the number of entries, then ids, run lengths, lengths and offsets, column by column.
 * An offset of 0 means "right after the previous entry".
 *
 * @see https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function encodeDirectory(entries: readonly DirectoryEntry[]): Uint8Array {
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

/** A tile's position on the Hilbert curve of its zoom, after all tiles of lower zooms. */
export function hilbertTileId({ z, x, y }: { readonly z: number; readonly x: number; readonly y: number }): number {
  let id = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = column % (2 * side) >= side ? 1 : 0;
    const lower = row % (2 * side) >= side ? 1 : 0;
    id += side * side * ((3 * right) ^ lower);
    // Upper quadrants are rotated, so that each begins where the previous one ends.
    if (lower === 0) {
      if (right === 1) [column, row] = [side - 1 - (column % side), side - 1 - (row % side)];
      [column, row] = [row, column];
    }
  }
  return id;
}
