import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname } from "node:path";
import { gzipSync } from "node:zlib";
import { BadInputError } from "../model/bad-input-error.js";
import type { EditionId } from "../model/code.js";
import type { Facts, IndexedFacts } from "../model/facts.js";
import type { ZoomTopology } from "../model/topology.js";
import type { Store } from "../store/store.js";
import { writeMbtiles } from "../store/write-mbtiles.js";
import { editionTiles } from "../tiles/edition-tiles.js";
import { tileJson, vectorLayers } from "../tiles/tile-json.js";
import { tileSource } from "../tiles/tile-source.js";
import { MOST_ZOOM } from "../topology/zoom-topologies.js";
import { type ArchivedTile, pmtilesBytes } from "./pmtiles-bytes.js";

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
  readonly mostZoom?: number;
}

const WRITERS: Readonly<Record<string, (path: string, tiles: readonly ArchivedTile[], about: About) => void>> = {
  ".mbtiles": writeAsMbtiles,
  ".pmtiles": writeAsPmtiles,
};

type About = ReturnType<typeof tileJson>;

/**
 * Writes all of an edition's tiles to files that map clients read without this server: MBTiles or PMTiles, by their names.
 *
 * @throws {BadInputError} for an edition that is not there and a name of another kind
 */
export async function exportTiles(
  store: Store,
  editionId: string,
  { paths, zoomTopology, mostZoom = MOST_ZOOM }: ExportOptions,
): Promise<ExportReport> {
  const writers = paths.map((path) => ({ path, write: writerOf(path) }));
  const stored = await store.loadFacts();
  const facts = knownEdition(stored, editionId);
  const source = tileSource({ facts, zoomTopology: (zoom) => zoomTopology(facts.edition.id, zoom) });
  // Nothing serves these by address, so a relative one stands for it.
  const described = tileJson(facts, { tiles: "{z}/{x}/{y}.mvt", dataVersion: stored.dataVersion });
  const about = { ...described, maxzoom: mostZoom, vector_layers: vectorLayers(facts, "type") };

  const tiles: ArchivedTile[] = [];
  let largestTileBytes = 0;
  for await (const { address, bytes } of editionTiles(source, about.bounds, mostZoom)) {
    largestTileBytes = Math.max(largestTileBytes, bytes.length);
    tiles.push({ address, bytes: gzipSync(bytes, { level: 9 }) });
  }
  for (const { path, write } of writers) {
    mkdirSync(dirname(path), { recursive: true });
    write(path, tiles, about);
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

function knownEdition({ editions }: Facts, id: string): IndexedFacts {
  const facts = [...editions.values()].find(({ edition }) => edition.id === id);
  if (facts !== undefined) return facts;
  throw new BadInputError(`there is no edition ${JSON.stringify(id)}; there are ${[...editions.keys()].join(", ")}`);
}

function writeAsMbtiles(path: string, tiles: readonly ArchivedTile[], about: About): void {
  const { name, description, version, attribution, minzoom, maxzoom, bounds, center, vector_layers, dataVersion } =
    about;
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

function writeAsPmtiles(path: string, tiles: readonly ArchivedTile[], about: About): void {
  const { name, description, version, attribution, minzoom, maxzoom, bounds, center, vector_layers, dataVersion } =
    about;
  const bytes = pmtilesBytes(tiles, {
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
