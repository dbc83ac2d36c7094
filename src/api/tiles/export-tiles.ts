import { gzipSync } from "node:zlib";
import { BadInputError } from "@coterminous/overlap";
import type { ArchivedTile } from "../../cartography/archive/pmtiles.js";
import { archiveWriter } from "../../cartography/archive/write.js";
import { MAX_ZOOM } from "../../cartography/tile-pyramid.js";
import type { EditionId } from "../../model/code.js";
import type { Facts, IndexedFacts } from "../../model/facts.js";
import type { ZoomTopology } from "../../model/topology.js";
import type { Store } from "../../store/store.js";
import { tileJson, vectorLayers } from "./tile-json.js";
import { allTiles, tileSource } from "./tile-source.js";

/** What an export wrote. */
export interface ExportReport {
  readonly tileCount: number;
  /** Before compression. */
  readonly largestTileBytes: number;
}

/** Which files to write, from which levels of the tile pyramid. */
export interface ExportOptions {
  /** Their endings choose the format: .mbtiles or .pmtiles. */
  readonly paths: readonly string[];
  /** An edition's level of the tile pyramid; null when there is none. */
  readonly zoomTopology: (editionId: EditionId, zoom: number) => Promise<ZoomTopology | null>;
  /** The highest zoom to write. */
  readonly maxZoom?: number;
}

/**
 * Writes all of an edition's tiles to MBTiles or PMTiles files, which map clients read without this server.
 *
 * @throws {BadInputError} for an unknown edition, and for a file name that ends otherwise
 */
export async function exportTiles(
  store: Store,
  editionId: string,
  { paths, zoomTopology, maxZoom = MAX_ZOOM }: ExportOptions,
): Promise<ExportReport> {
  const writers = paths.map((path) => ({ path, write: archiveWriter(path) }));
  const stored = await store.loadFacts();
  const facts = requireEdition(stored, editionId);
  const source = tileSource({ facts, zoomTopology: (zoom) => zoomTopology(facts.edition.id, zoom) });
  // No server has these tiles, so their address is relative.
  const tileset = tileJson(facts, { tiles: "{z}/{x}/{y}.mvt", dataVersion: stored.dataVersion });
  const metadata = { ...tileset, maxzoom: maxZoom, vector_layers: vectorLayers(facts, "type") };

  const tiles: ArchivedTile[] = [];
  let largestTileBytes = 0;
  for await (const { address, bytes } of allTiles(source, metadata.bounds, maxZoom)) {
    largestTileBytes = Math.max(largestTileBytes, bytes.length);
    tiles.push({ address, bytes: gzipSync(bytes, { level: 9 }) });
  }
  for (const { path, write } of writers) write(path, tiles, metadata);
  return { tileCount: tiles.length, largestTileBytes };
}

function requireEdition({ editions }: Facts, id: string): IndexedFacts {
  const facts = [...editions.values()].find(({ edition }) => edition.id === id);
  if (facts !== undefined) return facts;
  throw new BadInputError(`there is no edition ${JSON.stringify(id)}; there are ${[...editions.keys()].join(", ")}`);
}
