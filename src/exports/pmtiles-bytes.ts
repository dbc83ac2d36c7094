import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { LonLatBox } from "../model/boundary.js";
import type { TileAddress } from "../tiles/tile-grid.js";
import { type DirectoryEntry, directoryBytes, hilbertTileId } from "./pmtiles-directory.js";

/** A tile as an archive holds it. */
export interface ArchivedTile {
  readonly address: TileAddress;
  /** Compressed with gzip. */
  readonly bytes: Uint8Array;
}

/** What an archive says of itself. */
export interface ArchiveDescription {
  /** As PMTiles wants it for vector tiles: an object with `vector_layers`. */
  readonly metadata: object;
  readonly bounds: LonLatBox;
  readonly center: readonly [lon: number, lat: number, zoom: number];
  readonly minZoom: number;
  readonly maxZoom: number;
}

const HEADER_BYTES = 127;
const ROOM_FOR_ROOT = 16_384 - HEADER_BYTES; // readers fetch the header and the root directory in one go
const LEAF_ENTRIES = 4096;
const GZIP = 2; // in the header's fields for compression
const MVT = 1; // in its field for the kind of tile

/**
 * A PMTiles 3 archive of vector tiles, which map clients read by ranges from any file server. Tiles lie in the order of
 * the Hilbert curve, and those that are alike, such as the inside of a large area, are held once.
 *
 * @see https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function pmtilesBytes(tiles: readonly ArchivedTile[], description: ArchiveDescription): Buffer {
  const { entries, contents } = clustered(tiles);
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

function clustered(tiles: readonly ArchivedTile[]): {
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
    const known = offsets.get(hash);
    const offset = known ?? end;
    if (known === undefined) {
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

/** The root directory alone where it is small enough, else a root that points at leaves. */
function directories(entries: readonly DirectoryEntry[]): { readonly root: Buffer; readonly leaves: Buffer } {
  const whole = gzipSync(directoryBytes(entries));
  if (whole.length <= ROOM_FOR_ROOT) return { root: whole, leaves: Buffer.alloc(0) };
  const pointers: DirectoryEntry[] = [];
  const leaves: Buffer[] = [];
  let end = 0;
  for (let i = 0; i < entries.length; i += LEAF_ENTRIES) {
    const leaf = gzipSync(directoryBytes(entries.slice(i, i + LEAF_ENTRIES)));
    pointers.push({ tileId: entries[i]?.tileId ?? 0, offset: end, length: leaf.length, runLength: 0 });
    leaves.push(leaf);
    end += leaf.length;
  }
  return { root: gzipSync(directoryBytes(pointers)), leaves: Buffer.concat(leaves) };
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
