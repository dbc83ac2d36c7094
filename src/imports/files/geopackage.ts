import wkx from "wkx";
import { type Database, openDatabase } from "../../store/sqlite.js";
import { ImportError } from "../import-error.js";
import { type FileBytes, fileFeature, type ReadLayer, type StatedCrs } from "./layer-file.js";

interface GeometryColumn {
  readonly table_name: string;
  readonly column_name: string;
  readonly srs_id: number;
}

interface SpatialReference {
  readonly organization: string;
  readonly organization_coordsys_id: number;
  readonly definition: string;
}

/** The layers of a GeoPackage, each a table with a geometry. @throws {ImportError} when it is broken or holds none */
export function geopackageLayers({ file, bytes, layer }: FileBytes): ReadLayer[] {
  let database: Database | null = null;
  try {
    database = openDatabase(inMemory(bytes));
    const columns = database
      .prepare("select table_name, column_name, srs_id from gpkg_geometry_columns order by table_name")
      .all() as GeometryColumn[];
    const open = database;
    // Only the layer that is wanted is read; of the others the name is enough to choose by.
    return columns.map((column) => ({
      format: "GeoPackage",
      name: column.table_name,
      crs: statedCrs(open, column.srs_id),
      features: columns.length > 1 && column.table_name !== layer ? [] : featuresOf(open, column),
    }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError({
      where: file,
      what: `is no whole GeoPackage (${reason})`,
      remedy: "download it again, or write the layer as GeoJSON",
    });
  } finally {
    database?.close();
  }
}

const JOURNAL_MODE_AT = 18; // read and write version of the file: 2 asks for a log beside it, which memory has not

function inMemory(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(1, JOURNAL_MODE_AT, JOURNAL_MODE_AT + 2);
  return copy;
}

function statedCrs(database: Database, srsId: number): StatedCrs | null {
  const stated = database
    .prepare("select organization, organization_coordsys_id, definition from gpkg_spatial_ref_sys where srs_id = ?")
    .get(srsId) as SpatialReference | undefined;
  if (stated === undefined || srsId <= 0) return null; // 0 and -1 stand for "undefined"
  if (stated.organization.toUpperCase() === "EPSG") return { kind: "EPSG", code: stated.organization_coordsys_id };
  return { kind: "WKT", text: stated.definition };
}

function featuresOf(database: Database, { table_name, column_name }: GeometryColumn) {
  const quoted = `"${table_name.replaceAll('"', '""')}"`;
  const rows = database.prepare(`select * from ${quoted}`).all() as Record<string, unknown>[];
  return rows.map((row, i) => {
    const { [column_name]: blob, ...properties } = row;
    return fileFeature(i, { properties, geometry: Buffer.isBuffer(blob) ? geometryOf(blob) : null });
  });
}

const HEADER_BYTES = 8;
const ENVELOPE_BYTES = [0, 32, 48, 48, 64]; // by the flags' bits 1 to 3

/** The geometry behind a GeoPackage's own header. @see OGC 12-128, clause 2.1.3 */
function geometryOf(blob: Buffer): unknown {
  const flags = blob[3] ?? 0;
  const start = HEADER_BYTES + (ENVELOPE_BYTES[(flags >> 1) & 7] ?? 0);
  return wkx.Geometry.parse(blob.subarray(start)).toGeoJSON();
}
