import { read } from "shapefile";
import { causeText, ImportError } from "../import-error.js";
import { type FileLayer, toVectorFeature } from "./vector-layer.js";

/** The files of a Shapefile, by extension without the dot, lower case. */
export type ShapefileParts = Readonly<Partial<Record<string, Uint8Array>>>;

const FILE_LENGTH_OFFSET = 24; // length of the file in 16-bit words, int32, big-endian

/**
 * The layer of a Shapefile.
 *
 * @param file its name in messages
 * @throws {ImportError} when its table is missing, it is truncated, or it has more shapes than rows
 */
export async function readShapefile(file: string, name: string, parts: ShapefileParts): Promise<FileLayer> {
  const shapefileError = (what: string, remedy: string) => new ImportError({ where: file, what, remedy });
  const { shp, dbf, prj, cpg } = parts;
  if (shp === undefined)
    throw shapefileError("the .shp is missing", "give all files of the Shapefile: .shp, .shx, .dbf and .prj");
  if (dbf === undefined) {
    throw shapefileError(
      "the .dbf, which has the codes and names, is missing beside the .shp",
      "give all files of the Shapefile, best in a zip",
    );
  }
  const declaredBytes = 2 * new DataView(shp.buffer, shp.byteOffset, shp.byteLength).getInt32(FILE_LENGTH_OFFSET);
  if (shp.byteLength < declaredBytes) {
    throw shapefileError(
      `the .shp has ${shp.byteLength} of the ${declaredBytes} bytes that its header declares`,
      "download it again: it is truncated",
    );
  }
  let collection: Awaited<ReturnType<typeof read>>;
  try {
    collection = await read(shp.slice(), dbf.slice(), { encoding: detectEncoding(dbf, cpg) });
  } catch (cause) {
    throw shapefileError(
      `the Shapefile cannot be read (${causeText(cause)})`,
      "download it again, or save it with another program",
    );
  }
  const wkt = prj === undefined ? "" : new TextDecoder().decode(prj).trim();
  return {
    format: "Shapefile",
    name,
    features: collection.features.map((feature, i) => toVectorFeature(i, feature)),
    crs: wkt === "" ? null : { kind: "WKT", text: wkt },
  };
}

// The encoding that the .cpg declares; without one, UTF-8 where the table is valid UTF-8, else Windows-1252.
function detectEncoding(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const declared = cpg === undefined ? "" : new TextDecoder().decode(cpg).trim().toLowerCase();
  if (/utf-?8|65001/.test(declared)) return "utf-8";
  if (declared === "" && isUtf8(dbf)) return "utf-8";
  return "windows-1252"; // a superset of ISO 8859-1
}

function isUtf8(dbf: Uint8Array): boolean {
  const headerBytes = new DataView(dbf.buffer, dbf.byteOffset, dbf.byteLength).getUint16(8, true);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(dbf.subarray(headerBytes));
    return true;
  } catch {
    return false;
  }
}
