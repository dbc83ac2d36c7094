import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { type ContentEncoding, compress, negotiateEncoding } from "../http/encoded-body.js";
import { matchesEtag } from "../http/etag.js";

/** The built web pages, held in memory and ready to be served. */
export interface StaticFiles {
  /** Answers for a file under `/assets/`; false, and nothing done, when `pathname` is none of them. */
  respond(request: IncomingMessage, response: ServerResponse, pathname: string): boolean;
  /** Answers with the page of this name (`playground`); false, and nothing done, when it was not built. */
  respondWithPage(request: IncomingMessage, response: ServerResponse, page: string): boolean;
}

interface StaticFile {
  readonly body: Buffer;
  readonly type: string;
  /** First 16 bytes of the content's SHA-256, in base64url. */
  readonly hash: string;
  /** Compressed bodies by coding: those found beside the file, the others made when first asked for. */
  readonly compressedBodies: Map<ContentEncoding, Promise<Buffer>>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
};
const BROTLI_EXTENSION = ".br"; // what the name of a file's compressed twin adds
const ALREADY_COMPRESSED = new Set(["image/png", "font/woff2", "application/octet-stream"]);

// Names in assets/ carry a hash of their content, so a name never changes its meaning.
const ASSET_CACHE_CONTROL = "public, max-age=31536000, immutable";
const PAGE_CACHE_CONTROL = "no-cache";

// Nothing comes from another host and no script is inline. The editor writes style elements and draws with data: images.
// Workers take the policy of their own file, so assets carry it too.
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/**
 * Reads the folder that Vite built, once; a missing folder holds no files.
 *
 * Only names found now are ever served, so no path can lead out of the folder. A file with a brotli twin beside it
 * (`a.js.br`) is sent as that; other bodies are compressed when first asked for and then kept.
 */
export function openStaticFiles(folder: string): StaticFiles {
  const names = new Set(fileNames(folder));
  const isPrecompressed = (name: string) =>
    extname(name) === BROTLI_EXTENSION && names.has(name.slice(0, -BROTLI_EXTENSION.length));
  const own = [...names].filter((name) => !isPrecompressed(name));
  const files = new Map(
    own.map((name) => [
      `/${name}`,
      readStaticFile(join(folder, name), { hasPrecompressed: names.has(`${name}${BROTLI_EXTENSION}`) }),
    ]),
  );

  const respond = (request: IncomingMessage, response: ServerResponse, name: string, cacheControl: string): boolean => {
    const file = files.get(name);
    if (file) void send(file, { request, response, cacheControl }).catch((error: Error) => response.destroy(error));
    return file !== undefined;
  };
  return {
    respond: (request, response, pathname) =>
      pathname.startsWith("/assets/") && respond(request, response, pathname, ASSET_CACHE_CONTROL),
    respondWithPage: (request, response, page) => respond(request, response, `/${page}/index.html`, PAGE_CACHE_CONTROL),
  };
}

function fileNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .map((name) => name.split(sep).filter(Boolean).join("/"));
}

function readStaticFile(path: string, { hasPrecompressed }: { readonly hasPrecompressed: boolean }): StaticFile {
  const body = readFileSync(path);
  const hash = createHash("sha256").update(body).digest().subarray(0, 16).toString("base64url");
  const compressedBodies: StaticFile["compressedBodies"] = new Map();
  if (hasPrecompressed) compressedBodies.set("br", Promise.resolve(readFileSync(`${path}${BROTLI_EXTENSION}`)));
  return { body, hash, type: TYPES[extname(path)] ?? "application/octet-stream", compressedBodies };
}

async function send(
  file: StaticFile,
  { request, response, cacheControl }: { request: IncomingMessage; response: ServerResponse; cacheControl: string },
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }

  // Browsers get the playground and programs get JSON from one address, hence Vary: Accept.
  const encoding = ALREADY_COMPRESSED.has(file.type) ? null : negotiateEncoding(request.headers["accept-encoding"]);
  const etag = encoding ? `"${file.hash}-${encoding}"` : `"${file.hash}"`;
  const headers = { ...SECURITY_HEADERS, "Cache-Control": cacheControl, ETag: etag, Vary: "Accept, Accept-Encoding" };
  if (matchesEtag(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }

  const body = encoding ? await compressFile(file, encoding) : file.body;
  response.writeHead(200, {
    ...headers,
    ...(encoding && { "Content-Encoding": encoding }),
    "Content-Type": file.type,
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function compressFile({ body, compressedBodies }: StaticFile, encoding: ContentEncoding): Promise<Buffer> {
  const made = compressedBodies.get(encoding) ?? compress(body, encoding);
  compressedBodies.set(encoding, made);
  return made;
}
