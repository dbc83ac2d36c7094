import { createHash } from "node:crypto";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { ImportError } from "../import-error.js";
import { detectFormat } from "./detect-format.js";
import { readFlatgeobuf } from "./flatgeobuf.js";
import { readGeopackage } from "./geopackage.js";
import { readJson } from "./json.js";
import { readKml } from "./kml.js";
import { readZipLayers } from "./read-zip.js";
import { readShapefile, type ShapefileParts } from "./shapefile.js";
import type { FileBytes, FileLayer, VectorLayer } from "./vector-layer.js";

/** A file larger than this is not read: as JSON it would not fit into one text of the JavaScript engine. */
const MAX_FILE_BYTES = 500e6;

/**
 * Reads a layer of boundaries in any of the formats that publishers ship.
 *
 * @param address a path, and after `#` the layer where the file holds several: `us.json#counties`
 * @throws {ImportError} saying what is wrong with the file and what to do
 */
export async function readVectorFile(address: string): Promise<VectorLayer> {
  const { path, layer } = parseAddress(address);
  const bytes = readBytes(path);
  const input = { file: basename(path), bytes, layer };
  const picked = pickLayer(await readLayers(input, path), input);
  const file = layer === null ? input.file : `${input.file}#${picked.name}`;
  if (picked.features.length === 0) {
    throw new ImportError({ where: file, what: "holds no features", remedy: "give a layer with at least one area" });
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
  const refuse = (what: string, remedy: string) => new ImportError({ where: basename(path), what, remedy });
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch {
    throw refuse(`is not there (${path})`, "check the path");
  }
  if (stats.isDirectory()) throw refuse("is a folder", "give a file in it");
  if (stats.size === 0) throw refuse("is empty", "download it again");
  if (stats.size > MAX_FILE_BYTES) {
    throw refuse(
      `has ${Math.round(stats.size / 1e6)} MB, more than the ${MAX_FILE_BYTES / 1e6} MB that are read`,
      "generalise it or cut it to your area first; 20 m between vertices is fine enough for councils",
    );
  }
  return readFileSync(path);
}

async function readLayers(input: FileBytes, path: string): Promise<readonly FileLayer[]> {
  switch (detectFormat(input)) {
    case "ZIP":
      return readZipLayers(input, (inner) => readLayers(inner, path));
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

/** The files of a Shapefile beside its .shp, whatever the case of their names. */
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

/** The layer asked for, or the only one. */
function pickLayer(layers: readonly FileLayer[], { file, layer }: FileBytes): FileLayer {
  const names = layers.map(({ name }) => name).join(", ");
  const [only] = layers;
  if (layer !== null) {
    const named = layers.find(({ name }) => name === layer);
    if (named !== undefined) return named;
    const remedy = layers.length === 1 ? `leave #${layer} out: it has one layer alone` : `choose one of ${names}`;
    throw new ImportError({ where: file, what: `holds no layer ${layer}`, remedy });
  }
  if (only !== undefined && layers.length === 1) return only;
  if (only === undefined)
    throw new ImportError({ where: file, what: "holds no layer", remedy: "give a layer of areas" });
  throw new ImportError({
    where: file,
    what: `holds ${layers.length} layers: ${names}`,
    remedy: `name one after the file: ${file}#${only.name}`,
  });
}
