import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { causeText, ImportError } from "../import-error.js";
import { readShapefile, type ShapefileParts } from "./shapefile.js";
import type { FileBytes, FileLayer } from "./vector-layer.js";

/** Reads the layers of one file of a zip. */
type LayerReader = (input: FileBytes) => Promise<readonly FileLayer[]>;

const LAYER_FILE_NAME = /\.(geo|topo)?json$|\.gpkg$|\.fgb$|\.kml$/i;

/** The layers in a zip: each Shapefile, and those of each file in another format. */
export async function readZipLayers(input: FileBytes, readPlain: LayerReader): Promise<FileLayer[]> {
  const entries = await readZip(input);
  const layers: FileLayer[] = [];
  for (const [stem, parts] of groupShapefiles(entries)) {
    layers.push(await readShapefile(`${input.file}, ${stem}`, stem.replace(/^.*\//, ""), parts));
  }
  for (const { name, bytes } of entries.filter(({ name }) => LAYER_FILE_NAME.test(name))) {
    const inner: FileBytes = { ...input, file: `${input.file}, ${name}`, bytes };
    const own = await readPlain(inner);
    const base = name.replace(/^.*\//, "").replace(/\.\w+$/, "");
    layers.push(...own.map((layer) => (own.length === 1 ? { ...layer, name: base } : layer)));
  }
  if (layers.length > 0) return layers;
  const names = entries.map(({ name }) => name).join(", ");
  throw new ImportError({
    where: input.file,
    what: names === "" ? "the zip is empty" : `the zip has no boundaries, only ${names.slice(0, 200)}`,
    remedy: "give a zip with a Shapefile (.shp, .dbf, .prj), GeoJSON, GeoPackage, FlatGeobuf or KML in it",
  });
}

function groupShapefiles(entries: readonly ZipEntry[]): Map<string, ShapefileParts> {
  const byStem = new Map<string, Record<string, Uint8Array>>();
  for (const { name, bytes } of entries) {
    const [, stem = "", extension = ""] = /^(.*)\.(shp|dbf|prj|cpg)$/i.exec(name) ?? [];
    if (extension === "") continue;
    const parts = byStem.get(stem) ?? {};
    parts[extension.toLowerCase()] = bytes;
    byStem.set(stem, parts);
  }
  return new Map([...byStem].filter(([, parts]) => parts.shp !== undefined));
}

/** A file in a zip, unpacked. */
interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MAX_ENTRIES = 1_000;
const MAX_UNZIPPED_BYTES = 500e6;
const MAX_COMPRESSION_RATIO = 100; // boundaries compress to about a tenth
const MIN_SUSPICIOUS_BYTES = 1e6; // a smaller file is harmless at any ratio

/**
 * The files of a zip, unpacked in memory; none is written, so a path in the zip cannot do harm.
 *
 * @throws {ImportError} for a zip that is damaged, encrypted, a zip bomb, or contains a zip or a path out of itself
 */
async function readZip({ file, bytes }: FileBytes): Promise<ZipEntry[]> {
  const zipError: ZipErrorFactory = (what, remedy) => new ImportError({ where: file, what, remedy });
  try {
    return await unzip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), zipError);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    const reason = causeText(cause);
    if (/invalid relative path|absolute path|invalid characters/.test(reason)) {
      throw zipError(`a path leads out of the zip (${reason})`, "do not trust it: get the file from its publisher");
    }
    throw zipError(`the zip cannot be read (${reason})`, "download it again: it may be truncated");
  }
}

type ZipErrorFactory = (what: string, remedy: string) => ImportError;

async function unzip(bytes: Buffer, zipError: ZipErrorFactory): Promise<ZipEntry[]> {
  const zip: ZipFile = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > MAX_ENTRIES) {
    throw zipError(`the zip has ${zip.entryCount} files; the limit is ${MAX_ENTRIES}`, "zip one layer only");
  }
  const entries: ZipEntry[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (isIgnored(entry)) continue;
    total += entry.uncompressedSize;
    checkSizes(entry, total, zipError);
    if (/\.zip$/i.test(entry.fileName))
      throw zipError(`the zip contains another, ${entry.fileName}`, "unpack it and give that one");
    if (entry.isEncrypted())
      throw zipError(`${entry.fileName} is encrypted`, "unpack it, and zip it without a password");
    const stream = await zip.openReadStreamPromise(entry);
    entries.push({ name: entry.fileName, bytes: await buffer(stream) });
  }
  return entries;
}

/** Folders, and the files that the macOS Finder adds. */
function isIgnored({ fileName }: Entry): boolean {
  return fileName.endsWith("/") || fileName.includes("__MACOSX/");
}

function checkSizes(
  { fileName, uncompressedSize, compressedSize }: Entry,
  total: number,
  zipError: ZipErrorFactory,
): void {
  if (total > MAX_UNZIPPED_BYTES) {
    throw zipError(
      `the zip unpacks to more than ${MAX_UNZIPPED_BYTES / 1e6} MB, the limit`,
      "generalise the boundaries or clip them to your area",
    );
  }
  if (uncompressedSize > MIN_SUSPICIOUS_BYTES && uncompressedSize > MAX_COMPRESSION_RATIO * compressedSize) {
    throw zipError(
      `${fileName} unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size, as boundaries never do`,
      "get the file from its publisher",
    );
  }
}
