import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ImportError } from "../import-error.js";
import { detectFormat } from "./detect-format.js";
import { readShapefile, type ShapefileParts } from "./shapefile.js";
import type { FileBytes, FileLayer } from "./vector-layer.js";

/** Reads the layers of one file that is no zip. */
type LayerReader = (input: FileBytes) => Promise<readonly FileLayer[]>;

const LAYER_FILE_NAME = /\.(geo|topo)?json$|\.gpkg$|\.fgb$|\.kml$/i;

/** The layers in a zip: each Shapefile, and each file of another format. */
export async function readZipLayers(input: FileBytes, readPlain: LayerReader): Promise<FileLayer[]> {
  const entries = await readZip(input);
  const layers: FileLayer[] = [];
  for (const [stem, parts] of groupShapefiles(entries)) {
    layers.push(await readShapefile(`${input.file}, ${stem}`, stem.replace(/^.*\//, ""), parts));
  }
  for (const { name, bytes } of entries.filter(({ name }) => LAYER_FILE_NAME.test(name))) {
    const inner: FileBytes = { ...input, file: `${input.file}, ${name}`, bytes };
    if (detectFormat(inner) === "ZIP")
      throw new ImportError({ where: inner.file, what: "is a zip", remedy: "unpack it first" });
    const found = await readPlain(inner);
    const base = name.replace(/^.*\//, "").replace(/\.\w+$/, "");
    layers.push(...found.map((layer) => (found.length === 1 ? { ...layer, name: base } : layer)));
  }
  if (layers.length > 0) return layers;
  throw new ImportError({
    where: input.file,
    what: `holds no boundaries: ${
      entries
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 200) || "it is empty"
    }`,
    remedy: "give a zip with a Shapefile (.shp, .dbf, .prj), GeoJSON, GeoPackage, FlatGeobuf or KML in it",
  });
}

function groupShapefiles(entries: readonly ZipEntry[]): Map<string, ShapefileParts> {
  const found = new Map<string, Record<string, Uint8Array>>();
  for (const { name, bytes } of entries) {
    const [, stem = "", extension = ""] = /^(.*)\.(shp|dbf|prj|cpg)$/i.exec(name) ?? [];
    if (extension === "") continue;
    const parts = found.get(stem) ?? {};
    parts[extension.toLowerCase()] = bytes;
    found.set(stem, parts);
  }
  return new Map([...found].filter(([, parts]) => parts.shp !== undefined));
}

/** A file in a zip, unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MAX_ENTRIES = 1_000;
const MAX_UNZIPPED_BYTES = 500e6;
// Boundaries pack to a tenth or so; what packs a hundred times as tight is made to.
const MAX_COMPRESSION_RATIO = 100;
const MIN_SUSPICIOUS_BYTES = 1e6; // that nobody need fear, however tight

/**
 * The files of a zip, unpacked in memory: none is ever written, wherever its name points.
 *
 * @throws {ImportError} for a zip that is broken, encrypted or made to be too large, or holds a zip or a path out of it
 */
export async function readZip({ file, bytes }: FileBytes): Promise<ZipEntry[]> {
  const refuse = (what: string, remedy: string) => new ImportError({ where: file, what, remedy });
  try {
    return await unzip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), refuse);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (/invalid relative path|absolute path|invalid characters/.test(reason)) {
      throw refuse(`holds a path that leads out of it (${reason})`, "do not trust it; get it from its publisher");
    }
    throw refuse(`is no whole zip (${reason})`, "download it again: it may have been cut off");
  }
}

type Refuse = (what: string, remedy: string) => ImportError;

async function unzip(bytes: Buffer, refuse: Refuse): Promise<ZipEntry[]> {
  const zip: ZipFile = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > MAX_ENTRIES) {
    throw refuse(`holds ${zip.entryCount} files, more than the ${MAX_ENTRIES} that are read`, "pack one layer alone");
  }
  const entries: ZipEntry[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (isIgnored(entry)) continue;
    total += entry.uncompressedSize;
    checkSizes(entry, total, refuse);
    if (/\.zip$/i.test(entry.fileName))
      throw refuse(`holds another zip, ${entry.fileName}`, "unpack it and give that one");
    if (entry.isEncrypted())
      throw refuse(`holds ${entry.fileName} encrypted`, "unpack it and pack it without a password");
    const stream = await zip.openReadStreamPromise(entry);
    entries.push({ name: entry.fileName, bytes: await buffer(stream) });
  }
  return entries;
}

/** Folders, and what the Finder adds. */
function isIgnored({ fileName }: Entry): boolean {
  return fileName.endsWith("/") || fileName.includes("__MACOSX/");
}

function checkSizes({ fileName, uncompressedSize, compressedSize }: Entry, total: number, refuse: Refuse): void {
  if (total > MAX_UNZIPPED_BYTES) {
    throw refuse(
      `unpacks to more than ${MAX_UNZIPPED_BYTES / 1e6} MB, the most that is read`,
      "generalise the boundaries or cut them to your area first",
    );
  }
  if (uncompressedSize > MIN_SUSPICIOUS_BYTES && uncompressedSize > MAX_COMPRESSION_RATIO * compressedSize) {
    throw refuse(
      `holds ${fileName}, which unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size`,
      "that is no boundary file: get it from its publisher",
    );
  }
}
