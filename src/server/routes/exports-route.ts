import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { EditionId } from "../../model/code.js";
import { EXPORT_KINDS, type ExportKind, exportName } from "../../model/export-name.js";
import { keptPromises } from "../caches/kept-promises.js";
import { notFoundAnswer, problemAnswer } from "../http/answer.js";
import { type ByteRange, byteRange } from "../http/byte-range.js";
import { cachingOf } from "../http/content.js";
import { ifNoneMatchNames } from "../http/if-none-match.js";
import { sendAnswer } from "../http/send-answer.js";

/** Answers for `/exports/<edition>.pmtiles` and `.mbtiles`: all tiles of an edition in one file, or a range of it. */
export interface ExportsRoute {
  respond(
    request: IncomingMessage,
    response: ServerResponse,
    asked: { readonly url: URL; readonly dataVersion: string },
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
  const tags = keptPromises<string>();
  return {
    respond: async (request, response, { url, dataVersion }) => {
      if (request.method !== "GET" && request.method !== "HEAD") {
        const headers = { Allow: "GET, HEAD, OPTIONS" };
        const detail = "Exports are read with GET or HEAD.";
        await sendAnswer(request, response, problemAnswer(405, { title: "Method not allowed", detail, headers }));
        return;
      }
      const [, edition = "", extension] = PATH.exec(url.pathname) ?? [];
      const kind = EXPORT_KINDS.find((known) => known === extension);
      const path =
        kind === undefined || folder === undefined
          ? null
          : join(folder, exportName(edition as EditionId, dataVersion, kind));
      const file = path === null ? null : await openedFile(path);
      if (kind === undefined || path === null || file === null) {
        await sendAnswer(request, response, notFoundAnswer(kind === undefined ? `${HELP}.` : notExported(edition)));
        return;
      }
      try {
        const { size, mtimeMs } = await file.stat();
        const tag = await tags(`${path} ${size} ${mtimeMs}`, () => sha256Of(file));
        const about = { size, type: TYPES[kind], etag: `"${tag}"`, caching: cachingOf(url, dataVersion) };
        await sendFile(request, response, file, about);
      } finally {
        await file.close();
      }
    },
  };
}

function notExported(edition: string): string {
  return `${HELP} by \`npm run coterminous -- export ${edition}\`; there is none of ${JSON.stringify(edition)} as it is served now.`;
}

async function openedFile(path: string): Promise<FileHandle | null> {
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

interface FileAbout {
  readonly size: number;
  readonly type: string;
  readonly etag: string;
  readonly caching: string;
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FileHandle,
  { size, type, etag, caching }: FileAbout,
): Promise<void> {
  const headers = {
    "Accept-Ranges": "bytes",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag",
    "Cache-Control": caching,
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
  };
  if (ifNoneMatchNames(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = askedRange(request, { size, etag });
  if (range === "UNSATISFIABLE") {
    response.setHeader("Content-Range", `bytes */${size}`);
    const detail = `The file has ${size} bytes; the range begins after its end.`;
    await sendAnswer(request, response, problemAnswer(416, { title: "Range not satisfiable", detail }));
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
function askedRange(
  { method, headers }: IncomingMessage,
  { size, etag }: Pick<FileAbout, "size" | "etag">,
): ByteRange | "UNSATISFIABLE" | null {
  const ifRange = headers["if-range"];
  if (method !== "GET" || (ifRange !== undefined && ifRange !== etag)) return null;
  return byteRange(headers.range, size);
}
