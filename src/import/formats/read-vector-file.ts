import { createHash } from "node:crypto";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { ImportError } from "../import-error.js";
import { readFlatgeobuf } from "./flatgeobuf.js";
import { readGeopackage } from "./geopackage.js";
import { readJson } from "./json.js";
import { readKml } from "./kml.js";
import { readZipLayers } from "./read-zip.js";
import { readShapefile, type ShapefileParts } from "./shapefile.js";
import type { FileBytes, FileLayer, VectorLayer } from "./vector-layer.js";

const MAX_FILE_BYTES = 500e6; // a JavaScript string holds about 512 MB of text

/**
 * Reads a layer of boundaries in any format that publishers use.
 *
 * @param address a path, and after `#` the layer where the file holds several: `us.json#counties`
 * @throws {ImportError} when the file cannot be read, or the layer is ambiguous or empty
 */
export async function readVectorFile(address: string): Promise<VectorLayer> {
  const { path, layer } = parseAddress(address);
  const bytes = readBytes(path);
  const input = { file: basename(path), bytes, layer };
  const picked = pickLayer(await readLayers(input, path), input);
  const file = layer === null ? input.file : `${input.file}#${picked.name}`;
  if (picked.features.length === 0) {
    const remedy = "give a layer with at least one area";
    throw new ImportError({ where: file, what: "the layer has no features", remedy });
  }
  const { format, features, crs } = picked;
  return { file, format, features, crs, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function parseAddress(address: string): { readonly path: string; readonly layer: string | null } {
  const at = address.lastIndexOf("#");
  if (at <= 0 || statSync(address, { throwIfNoEntry: false }) !== undefined) return { path: address, layer: null };
  return { path: address.slice(0, at), layer: address.slice(at + 1) };
}

function readBytes(path: string): Uint8Array {
  const fileError = (what: string, remedy: string) => new ImportError({ where: basename(path), what, remedy });
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch {
    throw fileError(`there is no such file (${path})`, "check the path");
  }
  if (stats.isDirectory()) throw fileError("this is a folder", "name a file in it");
  if (stats.size === 0) throw fileError("the file is empty", "download it again");
  if (stats.size > MAX_FILE_BYTES) {
    throw fileError(
      `the file has ${Math.round(stats.size / 1e6)} MB; the limit is ${MAX_FILE_BYTES / 1e6} MB`,
      "generalise the boundaries or clip them to your area; 20 m between vertices is fine enough for councils",
    );
  }
  return readFileSync(path);
}

async function readLayers(input: FileBytes, path: string): Promise<readonly FileLayer[]> {
  switch (detectFormat(input)) {
    case "ZIP":
      return readZipLayers(input, (inner) => {
        if (detectFormat(inner) !== "ZIP") return readLayers(inner, path);
        throw new ImportError({ where: inner.file, what: "this is a zip in a zip", remedy: "unpack the outer one" });
      });
    case "SHAPEFILE":
      return [await readShapefile(input.file, basename(path, extname(path)), shapefileSiblings(path))];
    case "GEOPACKAGE":
      return readGeopackage(input);
    case "FLATGEOBUF":
      return [await readFlatgeobuf(input)];
    case "KML":
      return [readKml(input)];
    case "JSON":
      return readJson(input);
  }
}

type FileFormat = "JSON" | "ZIP" | "SHAPEFILE" | "GEOPACKAGE" | "FLATGEOBUF" | "KML";

const READABLE_FORMATS = "GeoJSON, TopoJSON, a Shapefile (zipped), GeoPackage, FlatGeobuf or KML";

/** The first bytes of a file, as Latin-1. */
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

/** Files that people give by mistake: the signature, the problem, the remedy. */
const UNSUPPORTED_FORMATS: readonly (readonly [Signature, string, string])[] = [
  ["\u001f\u008b", "the file is compressed with gzip", "unpack it (gunzip) and give the result"],
  [/^\s*<(!doctype html|html)/i, "this is a web page", "use the link that downloads the file itself"],
  [/^\s*<[\s\S]*gml/i, "GML is not supported", `save the file as ${READABLE_FORMATS}`],
  [/^\s*\[/, "the file is a JSON list", "wrap it in a GeoJSON FeatureCollection"],
  [
    "\u0003",
    "this is a table (.dbf) without its boundaries",
    "give the .shp, or a zip with all files of the Shapefile",
  ],
  [
    /^[ -~]+[,;\t]/,
    "this looks like a table of text",
    "give a file with boundaries; give points with counts as --weights",
  ],
];

/** The format of a file by its first bytes, whatever its name. @throws {ImportError} for any other format */
function detectFormat({ file, bytes }: FileBytes): FileFormat {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, "");
  const [, format] = SIGNATURES.find(([signature]) => matchesSignature(start, signature)) ?? [];
  if (format !== undefined) return format;
  const [, what = "the format is unknown", remedy = `give ${READABLE_FORMATS}`] =
    UNSUPPORTED_FORMATS.find(([signature]) => matchesSignature(start, signature)) ?? [];
  throw new ImportError({ where: file, what, remedy });
}

function matchesSignature(start: string, signature: Signature): boolean {
  return typeof signature === "string" ? start.startsWith(signature) : signature.test(start);
}

/** The files of a Shapefile beside its .shp, in upper or lower case. */
function shapefileSiblings(path: string): ShapefileParts {
  const stem = basename(path, extname(path)).toLowerCase();
  const parts: Record<string, Uint8Array> = {};
  for (const name of readdirSync(dirname(path))) {
    const extension = extname(name).slice(1).toLowerCase();
    if (!/^(shp|dbf|prj|cpg)$/.test(extension) || basename(name, extname(name)).toLowerCase() !== stem) continue;
    parts[extension] = readBytes(join(dirname(path), name));
  }
  return parts;
}

/** The requested layer, or the only one. */
function pickLayer(layers: readonly FileLayer[], { file, layer }: FileBytes): FileLayer {
  const layerError = (what: string, remedy: string) => new ImportError({ where: file, what, remedy });
  const names = layers.map(({ name }) => name).join(", ");
  const [first] = layers;
  if (layer !== null) {
    const named = layers.find(({ name }) => name === layer);
    if (named !== undefined) return named;
    const remedy = layers.length === 1 ? `leave out #${layer}: the file has one layer` : `choose one of ${names}`;
    throw layerError(`there is no layer ${layer}`, remedy);
  }
  if (first === undefined) throw layerError("the file has no layer", "give a file with a layer of areas");
  if (layers.length === 1) return first;
  throw layerError(`the file has ${layers.length} layers: ${names}`, `name one after the file: ${file}#${first.name}`);
}
