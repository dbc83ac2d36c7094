import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import { BadInputError, type LonLatBox } from "@coterminous/overlap";
import { writeAtomically } from "../../store/write-atomically.js";
import { writeMbtiles } from "./mbtiles.js";
import { type ArchivedTile, encodePmtiles } from "./pmtiles.js";

/** A tileset's description, in TileJSON's names. */
export interface TilesetMetadata {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly attribution: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds: LonLatBox;
  readonly center: readonly [lon: number, lat: number, zoom: number];
  readonly vector_layers: readonly object[];
  readonly dataVersion: string;
}

/** Writes all tiles of a tileset to a file. */
export type WriteArchive = (path: string, tiles: readonly ArchivedTile[], metadata: TilesetMetadata) => void;

const WRITERS: Readonly<Record<string, WriteArchive>> = {
  ".mbtiles": writeMbtilesArchive,
  ".pmtiles": writePmtilesArchive,
};

/**
 * The writer for a file's name: MBTiles or PMTiles.
 *
 * @throws {BadInputError} for a name that ends otherwise
 */
export function archiveWriter(path: string): WriteArchive {
  const write = WRITERS[extname(path)];
  if (write !== undefined) return write;
  const endings = Object.keys(WRITERS).join(" or ");
  throw new BadInputError(`cannot write tiles to ${JSON.stringify(path)}: the name must end in ${endings}`);
}

function writeMbtilesArchive(path: string, tiles: readonly ArchivedTile[], metadata: TilesetMetadata): void {
  const { minzoom, maxzoom, bounds, center, vector_layers } = metadata;
  writeMbtiles(path, tiles, {
    ...commonMetadata(metadata),
    format: "pbf",
    minzoom: String(minzoom),
    maxzoom: String(maxzoom),
    bounds: bounds.join(),
    center: center.join(),
    json: JSON.stringify({ vector_layers }),
  });
}

function writePmtilesArchive(path: string, tiles: readonly ArchivedTile[], metadata: TilesetMetadata): void {
  const { minzoom, maxzoom, bounds, center, vector_layers } = metadata;
  const bytes = encodePmtiles(tiles, {
    metadata: { ...commonMetadata(metadata), vector_layers },
    bounds,
    center,
    minZoom: minzoom,
    maxZoom: maxzoom,
  });
  writeAtomically(path, (temporaryPath) => writeFileSync(temporaryPath, bytes));
}

function commonMetadata({ name, description, version, attribution, dataVersion }: TilesetMetadata) {
  return { name, description, version, attribution, type: "overlay", data_version: dataVersion };
}
