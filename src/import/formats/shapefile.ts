import { read } from "shapefile";
import { ImportError } from "../import-error.js";
import { type FileLayer, toVectorFeature } from "./vector-layer.js";

/** The files of a Shapefile, by extension without the dot, lower case. */
export type ShapefileParts = Readonly<Partial<Record<string, Uint8Array>>>;

const FILE_LENGTH_OFFSET = 24; // the header's length of the whole, in 16-bit words, big-endian

/**
 * A Shapefile's layer.
 *
 * @param file what to call it in messages
 * @throws {ImportError} without its table, cut off, or with more shapes than rows
 */
export async function readShapefile(file: string, name: string, parts: ShapefileParts): Promise<FileLayer> {
  const refuse = (what: string, remedy: string) => new ImportError({ where: file, what, remedy });
  const { shp, dbf, prj, cpg } = parts;
  if (shp === undefined) throw refuse("has no .shp", "give all files of the Shapefile: .shp, .shx, .dbf and .prj");
  if (dbf === undefined) {
    throw refuse(
      "has no .dbf beside its .shp: codes and names are in there",
      "give all files of the Shapefile, best in a zip",
    );
  }
  const declaredBytes = 2 * new DataView(shp.buffer, shp.byteOffset, shp.byteLength).getInt32(FILE_LENGTH_OFFSET);
  if (shp.byteLength < declaredBytes) {
    throw refuse(
      `has ${shp.byteLength} bytes of ${declaredBytes} that its header promises`,
      "download it again: it was cut off",
    );
  }
  let collection: Awaited<ReturnType<typeof read>>;
  try {
    collection = await read(shp.slice(), dbf.slice(), { encoding: detectEncoding(dbf, cpg) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refuse(
      `cannot be read as a Shapefile (${reason})`,
      "download it again, or write it again with another program",
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

// As the .cpg says; without one, UTF-8 where the table is that, else what Windows wrote for decades.
function detectEncoding(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const declared = cpg === undefined ? "" : new TextDecoder().decode(cpg).trim().toLowerCase();
  if (/utf-?8|65001/.test(declared)) return "utf-8";
  if (declared === "" && isUtf8(dbf)) return "utf-8";
  return "windows-1252"; // and ISO 8859-1, of which it is an extension
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
