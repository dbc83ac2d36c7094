import wkx from "wkx";
import { type Database, openDatabase } from "../../store/sqlite.js";
import { causeText, ImportError } from "../import-error.js";
import { type DeclaredCrs, type FileBytes, type FileLayer, toVectorFeature } from "./vector-layer.js";

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

/** The layers of a GeoPackage, each a table with a geometry. @throws {ImportError} when it cannot be read */
export function readGeopackage({ file, bytes, layer }: FileBytes): FileLayer[] {
  let database: Database | null = null;
  try {
    database = openDatabase(disableWal(bytes));
    const columns = database
      .prepare("select table_name, column_name, srs_id from gpkg_geometry_columns order by table_name")
      .all() as GeometryColumn[];
    const open = database;
    // Of a file with several layers only the requested one is read; pickLayer needs no more than the names of the others.
    return columns.map((column) => ({
      format: "GeoPackage",
      name: column.table_name,
      crs: readCrs(open, column.srs_id),
      features: columns.length > 1 && column.table_name !== layer ? [] : readFeatures(open, column),
    }));
  } catch (cause) {
    const what = `the GeoPackage cannot be read (${causeText(cause)})`;
    throw new ImportError({ where: file, what, remedy: "download it again, or save the layer as GeoJSON" });
  } finally {
    database?.close();
  }
}

const JOURNAL_MODE_OFFSET = 18; // read and write version: 2 needs a write-ahead log, which a file in memory lacks

function disableWal(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(1, JOURNAL_MODE_OFFSET, JOURNAL_MODE_OFFSET + 2);
  return copy;
}

function readCrs(database: Database, srsId: number): DeclaredCrs | null {
  const reference = database
    .prepare("select organization, organization_coordsys_id, definition from gpkg_spatial_ref_sys where srs_id = ?")
    .get(srsId) as SpatialReference | undefined;
  if (reference === undefined || srsId <= 0) return null; // 0 and -1 mean undefined
  if (reference.organization.toUpperCase() === "EPSG")
    return { kind: "EPSG", code: reference.organization_coordsys_id };
  return { kind: "WKT", text: reference.definition };
}

function readFeatures(database: Database, { table_name, column_name }: GeometryColumn) {
  const tableName = `"${table_name.replaceAll('"', '""')}"`;
  const rows = database.prepare(`select * from ${tableName}`).all() as Record<string, unknown>[];
  return rows.map((row, i) => {
    const { [column_name]: blob, ...properties } = row;
    return toVectorFeature(i, { properties, geometry: Buffer.isBuffer(blob) ? parseGeometry(blob) : null });
  });
}

const HEADER_BYTES = 8;
const ENVELOPE_BYTES = [0, 32, 48, 48, 64]; // by bits 1 to 3 of the flags

/** The geometry after its GeoPackage header. @see OGC 12-128, clause 2.1.3 */
function parseGeometry(blob: Buffer): unknown {
  const flags = blob[3] ?? 0;
  const start = HEADER_BYTES + (ENVELOPE_BYTES[(flags >> 1) & 7] ?? 0);
  return wkx.Geometry.parse(blob.subarray(start)).toGeoJSON();
}
