import { openDatabase } from "../../store/sqlite.js";
import { writeAtomically } from "../../store/write-atomically.js";
import type { ArchivedTile } from "./pmtiles.js";

const TABLES = `
  create table metadata (name text, value text);
  create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
  create unique index tile_index on tiles (zoom_level, tile_column, tile_row);`;

const MBTILES_APPLICATION_ID = 0x4d504258; // "MPBX", as the specification requires

/**
 * Writes an MBTiles 1.3 file, which QGIS, GDAL and tile servers read.
 *
 * @see https://github.com/mapbox/mbtiles-spec/blob/master/1.3/spec.md
 */
export function writeMbtiles(
  path: string,
  tiles: readonly ArchivedTile[],
  metadata: Readonly<Record<string, string>>,
): void {
  writeAtomically(path, (temporaryPath) => fillDatabase(temporaryPath, tiles, metadata));
}

function fillDatabase(path: string, tiles: readonly ArchivedTile[], metadata: Readonly<Record<string, string>>): void {
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
      for (const { address, bytes } of tiles) {
        const { z, x, y } = address;
        insertTile.run(z, x, 2 ** z - 1 - y, bytes); // rows count from the south
      }
    })();
  } finally {
    database.close();
  }
}
