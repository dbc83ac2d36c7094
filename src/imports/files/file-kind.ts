import { ImportError } from "../import-error.js";
import type { FileBytes } from "./layer-file.js";

/** What a file is, by its bytes. */
export type FileKind = "JSON";

/**
 * What a file is, whatever its name says.
 *
 * @throws {ImportError} when it begins like none of the formats that are read
 */
export function fileKind({ file, bytes }: FileBytes): FileKind {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 512)).replace(/^ï»¿/, "");
  if (/^\s*\{/.test(start)) return "JSON";
  throw new ImportError({
    where: file,
    what: "is in none of the formats that are read",
    remedy: "give GeoJSON, TopoJSON, a Shapefile (zipped), GeoPackage, FlatGeobuf or KML",
  });
}
