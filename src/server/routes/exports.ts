import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { LRUCache } from "lru-cache";
import { EXPORT_KINDS, type ExportKind, exportName } from "../../api/tiles/addresses.js";
import { shellCommand } from "../../config.js";
import type { EditionId } from "../../model/code.js";
import { cacheControlFor } from "../http/asset.js";
import { ETAG_CHARACTERS, isFresh } from "../http/etag.js";
import { type HttpResponse, notFoundResponse, problemResponse } from "../http/response.js";
import { sendResponse } from "../http/send-response.js";

/** Responds to `/exports/<edition>.pmtiles` and `.mbtiles`: all tiles of an edition in one file, or a range of it. */
export interface ExportsRoute {
  respond(request: IncomingMessage, response: ServerResponse, target: ExportTarget): Promise<void>;
}

/** A requested export. */
export interface ExportTarget {
  readonly url: URL;
  readonly dataVersion: string;
}

const TYPES: Readonly<Record<ExportKind, string>> = {
  pmtiles: "application/vnd.pmtiles",
  mbtiles: "application/vnd.sqlite3",
};
const PATH = /^\/exports\/([a-z0-9-]{1,100})\.([a-z]{1,20})$/; // nothing that could lead out of the folder
const HELP = "Tiles are exported to /exports/<edition>.pmtiles and /exports/<edition>.mbtiles";
const MAX_CACHED_ETAGS = 100;

/** Serves the files that `coterminous export` wrote to a folder for the data version being served. */
export function exportsRoute(folder: string | undefined): ExportsRoute {
  const etags = new LRUCache<string, string, FileHandle>({
    max: MAX_CACHED_ETAGS,
    fetchMethod: (_key, _stale, { context }) => fileEtag(context),
  });
  return {
    respond: async (request, response, { url, dataVersion }) => {
      const [, edition = "", extension] = PATH.exec(url.pathname) ?? [];
      const kind = EXPORT_KINDS.find((one) => one === extension);
      if (kind === undefined || folder === undefined) {
        await sendResponse(request, response, exportNotFound(edition, kind));
        return;
      }
      const path = join(folder, exportName(edition as EditionId, dataVersion, kind));
      const file = await openIfExists(path);
      if (file === null) {
        await sendResponse(request, response, exportNotFound(edition, kind));
        return;
      }
      try {
        const { size, mtimeMs } = await file.stat();
        const etag = `"${await etags.forceFetch(`${path} ${size} ${mtimeMs}`, { context: file })}"`;
        const cacheControl = cacheControlFor(url, dataVersion);
        await sendFile(request, response, file, { size, type: TYPES[kind], etag, cacheControl });
      } finally {
        await file.close();
      }
    },
  };
}

function exportNotFound(edition: string, kind: ExportKind | undefined): HttpResponse {
  if (kind === undefined) return notFoundResponse(`${HELP}.`);
  const command = shellCommand(`export ${edition}`);
  return notFoundResponse(`${HELP} by \`${command}\`; ${JSON.stringify(edition)} has no export of the served data.`);
}

async function openIfExists(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function fileEtag(file: FileHandle): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) hash.update(chunk);
  return hash.digest("base64url").slice(0, ETAG_CHARACTERS);
}

interface FileHeaders {
  readonly size: number;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FileHandle,
  { size, type, etag, cacheControl }: FileHeaders,
): Promise<void> {
  const headers = {
    "Accept-Ranges": "bytes",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag",
    "Cache-Control": cacheControl,
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
  };
  if (isFresh(request, etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = parseRequestRange(request, { size, etag });
  if (range === "UNSATISFIABLE") {
    response.setHeader("Content-Range", `bytes */${size}`);
    const detail = `The file has ${size} bytes; the range begins after its end.`;
    await sendResponse(request, response, problemResponse(416, { title: "Range not satisfiable", detail }));
    return;
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  response.writeHead(range === null ? 200 : 206, {
    ...headers,
    "Content-Type": type,
    "Content-Length": last - first + 1,
    ...(range !== null && { "Content-Range": `bytes ${first}-${last}/${size}` }),
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(file.createReadStream({ start: first, end: last, autoClose: false }), response);
}

/** Ranges apply to GET only, and with If-Range only while the client's part is of this file. */
function parseRequestRange(
  { method, headers }: IncomingMessage,
  { size, etag }: Pick<FileHeaders, "size" | "etag">,
): ByteRange | "UNSATISFIABLE" | null {
  const ifRange = headers["if-range"];
  if (method !== "GET" || (ifRange !== undefined && ifRange !== etag)) return null;
  return byteRange(headers.range, size);
}

/** Bytes of a file, first and last included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a file that a Range header requests; null for the whole file: without a header, and for several ranges,
 * other units and malformed ranges, which a server may ignore. "UNSATISFIABLE" when the range begins after the end.
 *
 * Not range-parser: see docs/contributing/decisions/http-libraries.md.
 * @see RFC 9110, 14.1.2
 */
export function byteRange(header: string | undefined, fileBytes: number): ByteRange | "UNSATISFIABLE" | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(/[ \t]/g, "") ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  if (from === "") {
    const count = Number(to);
    return count === 0 || fileBytes === 0
      ? "UNSATISFIABLE"
      : { first: Math.max(0, fileBytes - count), last: fileBytes - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return null;
  if (first >= fileBytes) return "UNSATISFIABLE";
  return { first, last: to === "" ? fileBytes - 1 : Math.min(Number(to), fileBytes - 1) };
}
