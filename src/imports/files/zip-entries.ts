import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ImportError } from "../import-error.js";
import type { FileBytes } from "./layer-file.js";

/** A file in a zip, unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MOST_ENTRIES = 1_000;
const MOST_BYTES = 500e6;
// Boundaries pack to a tenth or so; what packs a hundred times as tight is made to.
const MOST_RATIO = 100;
const SMALL_BYTES = 1e6; // that nobody need fear, however tight

/**
 * The files of a zip, unpacked in memory: none is ever written, wherever its name points.
 *
 * @throws {ImportError} for a zip that is broken, encrypted or made to be too large, or holds a zip or a path out of it
 */
export async function zipEntries({ file, bytes }: FileBytes): Promise<ZipEntry[]> {
  const refuse = (what: string, remedy: string) => new ImportError({ where: file, what, remedy });
  try {
    return await unpacked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), refuse);
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

async function unpacked(bytes: Buffer, refuse: Refuse): Promise<ZipEntry[]> {
  const zip: ZipFile = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > MOST_ENTRIES) {
    throw refuse(`holds ${zip.entryCount} files, more than the ${MOST_ENTRIES} that are read`, "pack one layer alone");
  }
  const entries: ZipEntry[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (isNoLayer(entry)) continue;
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
function isNoLayer({ fileName }: Entry): boolean {
  return fileName.endsWith("/") || fileName.includes("__MACOSX/");
}

function checkSizes({ fileName, uncompressedSize, compressedSize }: Entry, total: number, refuse: Refuse): void {
  if (total > MOST_BYTES) {
    throw refuse(
      `unpacks to more than ${MOST_BYTES / 1e6} MB, the most that is read`,
      "generalise the boundaries or cut them to your area first",
    );
  }
  if (uncompressedSize > SMALL_BYTES && uncompressedSize > MOST_RATIO * compressedSize) {
    throw refuse(
      `holds ${fileName}, which unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size`,
      "that is no boundary file: get it from its publisher",
    );
  }
}
