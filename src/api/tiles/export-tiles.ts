import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname } from "node:path";
import { gzipSync } from "node:zlib";
import { BadInputError } from "@coterminous/overlap";
import { writeMbtiles } from "../../cartography/archive/mbtiles.js";
import { type ArchivedTile, encodePmtiles } from "../../cartography/archive/pmtiles.js";
import { MAX_ZOOM } from "../../cartography/tile-pyramid.js";
import type { EditionId } from "../../model/code.js";
import type { Facts, IndexedFacts } from "../../model/facts.js";
import type { ZoomTopology } from "../../model/topology.js";
import type { Store } from "../../store/store.js";
import { tileJson, vectorLayers } from "./tile-json.js";
import { allTiles, tileSource } from "./tile-source.js";

/** What an export came to. */
export interface ExportReport {
  readonly tileCount: number;
  /** Before it is compressed. */
  readonly largestTileBytes: number;
}

/** Where to, and from what. */
export interface ExportOptions {
  readonly paths: readonly string[];
  /** Editions as zooms draw them. */
  readonly zoomTopology: (editionId: EditionId, zoom: number) => Promise<ZoomTopology | null>;
  /** The last zoom to write. */
  readonly maxZoom?: number;
}

const WRITERS: Readonly<
  Record<string, (path: string, tiles: readonly ArchivedTile[], metadata: TileMetadata) => void>
> = {
  ".mbtiles": writeAsMbtiles,
  ".pmtiles": writeAsPmtiles,
};

type TileMetadata = ReturnType<typeof tileJson>;

/**
 * Writes all of an edition's tiles to files that map clients read without this server: MBTiles or PMTiles, by their names.
 *
 * @throws {BadInputError} for an edition that is not there and a name of another kind
 */
export async function exportTiles(
  store: Store,
  editionId: string,
  { paths, zoomTopology, maxZoom = MAX_ZOOM }: ExportOptions,
): Promise<ExportReport> {
  const writers = paths.map((path) => ({ path, write: writerOf(path) }));
  const stored = await store.loadFacts();
  const facts = requireEdition(stored, editionId);
  const source = tileSource({ facts, zoomTopology: (zoom) => zoomTopology(facts.edition.id, zoom) });
  // Nothing serves these by address, so a relative one stands for it.
  const tileset = tileJson(facts, { tiles: "{z}/{x}/{y}.mvt", dataVersion: stored.dataVersion });
  const metadata = { ...tileset, maxzoom: maxZoom, vector_layers: vectorLayers(facts, "type") };

  const tiles: ArchivedTile[] = [];
  let largestTileBytes = 0;
  for await (const { address, bytes } of allTiles(source, metadata.bounds, maxZoom)) {
    largestTileBytes = Math.max(largestTileBytes, bytes.length);
    tiles.push({ address, bytes: gzipSync(bytes, { level: 9 }) });
  }
  for (const { path, write } of writers) {
    mkdirSync(dirname(path), { recursive: true });
    write(path, tiles, metadata);
  }
  return { tileCount: tiles.length, largestTileBytes };
}

function writerOf(path: string) {
  const write = WRITERS[extname(path)];
  if (write !== undefined) return write;
  throw new BadInputError(
    `${JSON.stringify(path)} is no name for tiles; it can end in ${Object.keys(WRITERS).join(" or ")}`,
  );
}

function requireEdition({ editions }: Facts, id: string): IndexedFacts {
  const facts = [...editions.values()].find(({ edition }) => edition.id === id);
  if (facts !== undefined) return facts;
  throw new BadInputError(`there is no edition ${JSON.stringify(id)}; there are ${[...editions.keys()].join(", ")}`);
}

function writeAsMbtiles(path: string, tiles: readonly ArchivedTile[], metadata: TileMetadata): void {
  const { name, description, version, attribution, minzoom, maxzoom, bounds, center, vector_layers, dataVersion } =
    metadata;
  writeMbtiles(
    path,
    tiles.map(({ address, bytes }) => ({ ...address, bytes })),
    {
      name,
      description,
      version,
      attribution,
      type: "overlay",
      format: "pbf",
      minzoom: String(minzoom),
      maxzoom: String(maxzoom),
      bounds: bounds.join(),
      center: center.join(),
      json: JSON.stringify({ vector_layers }),
      data_version: dataVersion,
    },
  );
}

function writeAsPmtiles(path: string, tiles: readonly ArchivedTile[], metadata: TileMetadata): void {
  const { name, description, version, attribution, minzoom, maxzoom, bounds, center, vector_layers, dataVersion } =
    metadata;
  const bytes = encodePmtiles(tiles, {
    metadata: { name, description, version, attribution, type: "overlay", vector_layers, data_version: dataVersion },
    bounds,
    center,
    minZoom: minzoom,
    maxZoom: maxzoom,
  });
  const temporary = `${path}.${process.pid}.part`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
