import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { EXPORT_KINDS, type ExportKind, exportName } from "../../api/tiles/addresses.js";
import { shellCommand } from "../../config.js";
import type { EditionId } from "../../model/code.js";
import { memoizeAsync } from "../dataset/memoize-async.js";
import { cacheControlFor } from "../http/asset.js";
import { matchesEtag } from "../http/etag.js";
import { notFoundResponse, problemResponse } from "../http/response.js";
import { sendResponse } from "../http/send-response.js";

/** Answers for `/exports/<edition>.pmtiles` and `.mbtiles`: all tiles of an edition in one file, or a range of it. */
export interface ExportsRoute {
  respond(
    request: IncomingMessage,
    response: ServerResponse,
    target: { readonly url: URL; readonly dataVersion: string },
  ): Promise<void>;
}

const TYPES: Readonly<Record<ExportKind, string>> = {
  pmtiles: "application/vnd.pmtiles",
  mbtiles: "application/vnd.sqlite3",
};
const PATH = /^\/exports\/([a-z0-9-]{1,100})\.([a-z]{1,20})$/; // nothing that could lead out of the folder
const HELP = "Tiles are exported to /exports/<edition>.pmtiles and /exports/<edition>.mbtiles";

/** Serves what `coterminous export` wrote to a folder for the data version that is served. */
export function exportsRoute(folder: string | undefined): ExportsRoute {
  const etags = memoizeAsync<string>();
  return {
    respond: async (request, response, { url, dataVersion }) => {
      if (request.method !== "GET" && request.method !== "HEAD") {
        const headers = { Allow: "GET, HEAD, OPTIONS" };
        const detail = "Exports are read with GET or HEAD.";
        await sendResponse(request, response, problemResponse(405, { title: "Method not allowed", detail, headers }));
        return;
      }
      const [, edition = "", extension] = PATH.exec(url.pathname) ?? [];
      const kind = EXPORT_KINDS.find((known) => known === extension);
      const path =
        kind === undefined || folder === undefined
          ? null
          : join(folder, exportName(edition as EditionId, dataVersion, kind));
      const file = path === null ? null : await openIfExists(path);
      if (kind === undefined || path === null || file === null) {
        await sendResponse(request, response, notFoundResponse(kind === undefined ? `${HELP}.` : exportHint(edition)));
        return;
      }
      try {
        const { size, mtimeMs } = await file.stat();
        const tag = await etags(`${path} ${size} ${mtimeMs}`, () => sha256Of(file));
        const fileHeaders = {
          size,
          type: TYPES[kind],
          etag: `"${tag}"`,
          cacheControl: cacheControlFor(url, dataVersion),
        };
        await sendFile(request, response, file, fileHeaders);
      } finally {
        await file.close();
      }
    },
  };
}

function exportHint(edition: string): string {
  return `${HELP} by \`${shellCommand(`export ${edition}`)}\`; there is none of ${JSON.stringify(edition)} as it is served now.`;
}

async function openIfExists(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function sha256Of(file: FileHandle): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) hash.update(chunk);
  return hash.digest("base64url").slice(0, 22);
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
  if (matchesEtag(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = requestedRange(request, { size, etag });
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

/** Ranges are for GET alone, and with If-Range only of the file that the client has a part of. */
function requestedRange(
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
 * The part of a file that a Range header asks for. null for all of it: no header, or one that a server may pass over, as
 * it does several ranges and other units. "UNSATISFIABLE" for a part that begins after the end.
 *
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
