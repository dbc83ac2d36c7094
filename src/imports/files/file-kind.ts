import { ImportError } from "../import-error.js";
import type { FileBytes } from "./layer-file.js";

/** What a file is, by its bytes. */
export type FileKind = "JSON" | "ZIP" | "SHAPEFILE" | "GEOPACKAGE" | "FLATGEOBUF" | "KML";

const READ = "GeoJSON, TopoJSON, a Shapefile (zipped), GeoPackage, FlatGeobuf or KML";

/** How a file begins, its bytes taken for Latin-1. */
type Sign = string | RegExp;

const KINDS: readonly (readonly [Sign, FileKind])[] = [
  ["PK\u0003", "ZIP"],
  ["PK\u0005", "ZIP"],
  ["\0\0'\n", "SHAPEFILE"],
  ["SQLite format 3\0", "GEOPACKAGE"],
  ["fgb", "FLATGEOBUF"],
  [/^\s*\{/, "JSON"],
  [/^\s*<(?:kml|[\s\S]*<kml)/i, "KML"],
];

/** What else people give, and what they are to do. */
const OTHERS: readonly (readonly [Sign, string, string])[] = [
  ["\u001f\u008b", "is packed with gzip", "unpack it (gunzip) and give what comes out"],
  [/^\s*<(!doctype html|html)/i, "is a web page", "use the link that downloads the file itself, not the page about it"],
  [/^\s*<[\s\S]*gml/i, "is GML", `save it as ${READ}`],
  [/^\s*\[/, "is a JSON list", "wrap it in a GeoJSON FeatureCollection"],
  ["\u0003", "is a table (.dbf) without its boundaries", "give the .shp, or all files of the Shapefile in a zip"],
  [/^[ -~]+[,;\t]/, "looks like a table of text", "give a file with boundaries; points with counts go to --weights"],
];

/**
 * What a file is, whatever its name says.
 *
 * @throws {ImportError} when it begins like none of the formats that are read
 */
export function fileKind({ file, bytes }: FileBytes): FileKind {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, "");
  const known = KINDS.find(([sign]) => beginsWith(start, sign));
  if (known !== undefined) return known[1];
  const [, what = "is in none of the formats that are read", remedy = `give ${READ}`] =
    OTHERS.find(([sign]) => beginsWith(start, sign)) ?? [];
  throw new ImportError({ where: file, what, remedy });
}

function beginsWith(start: string, sign: Sign): boolean {
  return typeof sign === "string" ? start.startsWith(sign) : sign.test(start);
}
