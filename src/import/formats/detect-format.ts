import { ImportError } from "../import-error.js";
import type { FileBytes } from "./vector-layer.js";

/** What a file is, by its bytes. */
export type FileFormat = "JSON" | "ZIP" | "SHAPEFILE" | "GEOPACKAGE" | "FLATGEOBUF" | "KML";

const READABLE_FORMATS = "GeoJSON, TopoJSON, a Shapefile (zipped), GeoPackage, FlatGeobuf or KML";

/** How a file begins, its bytes taken for Latin-1. */
type Signature = string | RegExp;

const SIGNATURES: readonly (readonly [Signature, FileFormat])[] = [
  ["PK\u0003", "ZIP"],
  ["PK\u0005", "ZIP"],
  ["\0\0'\n", "SHAPEFILE"],
  ["SQLite format 3\0", "GEOPACKAGE"],
  ["fgb", "FLATGEOBUF"],
  [/^\s*\{/, "JSON"],
  [/^\s*<(?:kml|[\s\S]*<kml)/i, "KML"],
];

/** What else people give, and what they are to do. */
const UNSUPPORTED_FORMATS: readonly (readonly [Signature, string, string])[] = [
  ["\u001f\u008b", "is packed with gzip", "unpack it (gunzip) and give what comes out"],
  [/^\s*<(!doctype html|html)/i, "is a web page", "use the link that downloads the file itself, not the page about it"],
  [/^\s*<[\s\S]*gml/i, "is GML", `save it as ${READABLE_FORMATS}`],
  [/^\s*\[/, "is a JSON list", "wrap it in a GeoJSON FeatureCollection"],
  ["\u0003", "is a table (.dbf) without its boundaries", "give the .shp, or all files of the Shapefile in a zip"],
  [/^[ -~]+[,;\t]/, "looks like a table of text", "give a file with boundaries; points with counts go to --weights"],
];

/**
 * What a file is, whatever its name says.
 *
 * @throws {ImportError} when it begins like none of the formats that are read
 */
export function detectFormat({ file, bytes }: FileBytes): FileFormat {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, "");
  const known = SIGNATURES.find(([signature]) => matchesSignature(start, signature));
  if (known !== undefined) return known[1];
  const [, what = "is in none of the formats that are read", remedy = `give ${READABLE_FORMATS}`] =
    UNSUPPORTED_FORMATS.find(([signature]) => matchesSignature(start, signature)) ?? [];
  throw new ImportError({ where: file, what, remedy });
}

function matchesSignature(start: string, signature: Signature): boolean {
  return typeof signature === "string" ? start.startsWith(signature) : signature.test(start);
}
