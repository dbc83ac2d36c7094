import { renameSync, rmSync } from "node:fs";
import { openDatabase } from "../../store/sqlite.js";

/** A tile as an MBTiles file holds it. */
export interface MbTile {
  readonly z: number;
  readonly x: number;
  /** Rows from the north, as in addresses; the file counts from the south. */
  readonly y: number;
  /** Compressed with gzip. */
  readonly bytes: Uint8Array;
}

const TABLES = `
  create table metadata (name text, value text);
  create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
  create unique index tile_index on tiles (zoom_level, tile_column, tile_row);`;

const MBTILES_APPLICATION_ID = 0x4d504258; // the application id that the specification asks for

/**
 * Writes an MBTiles 1.3 file, which QGIS, GDAL and tile servers read: under a temporary name, then renamed.
 *
 * @see https://github.com/mapbox/mbtiles-spec/blob/master/1.3/spec.md
 */
export function writeMbtiles(path: string, tiles: Iterable<MbTile>, metadata: Readonly<Record<string, string>>): void {
  const temporary = `${path}.${process.pid}.part`;
  rmSync(temporary, { force: true });
  try {
    fillDatabase(temporary, tiles, metadata);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
    rmSync(`${temporary}-journal`, { force: true });
  }
}

function fillDatabase(path: string, tiles: Iterable<MbTile>, metadata: Readonly<Record<string, string>>): void {
  const database = openDatabase(path);
  try {
    database.pragma("journal_mode = delete");
    database.pragma(`application_id = ${MBTILES_APPLICATION_ID}`);
    database.exec(TABLES);
    const insertMetadata = database.prepare("insert into metadata (name, value) values (?, ?)");
    const insertTile = database.prepare(
      "insert into tiles (zoom_level, tile_column, tile_row, tile_data) values (?, ?, ?, ?)",
    );
    database.transaction(() => {
      for (const [name, value] of Object.entries(metadata)) insertMetadata.run(name, value);
      for (const { z, x, y, bytes } of tiles) insertTile.run(z, x, 2 ** z - 1 - y, bytes);
    })();
  } finally {
    database.close();
  }
}
