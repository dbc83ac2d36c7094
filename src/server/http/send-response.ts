import type { IncomingMessage, ServerResponse } from "node:http";
import { type ContentEncoding, negotiateEncoding } from "./encoded-body.js";
import { isFresh } from "./etag.js";
import type { HttpResponse } from "./response.js";

// Smaller bodies fit in one packet uncompressed.
const MIN_COMPRESSIBLE_BYTES = 1_200;
const COMPRESSIBLE =
  /^(text\/|application\/(.*json|xml)|image\/svg|font\/ttf|application\/vnd\.(mapbox-vector-tile|flatgeobuf))/;

/** Sends a response: compressed as the request accepts, 304 to a current copy, without a body to HEAD. */
export async function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: HttpResponse,
): Promise<void> {
  const { status, type, body, etag } = answer;
  const isCompressible = COMPRESSIBLE.test(type);
  const encoding = isCompressible ? chooseEncoding(request, body) : null;
  const quotedEtag = etag === undefined ? undefined : `"${etag}${encoding === null ? "" : `-${encoding}`}"`;
  const headers = responseHeaders(answer, isCompressible);
  if (quotedEtag !== undefined) headers.push("ETag", quotedEtag);

  const isRead = request.method === "GET" || request.method === "HEAD";
  const isUnchanged = isRead && status === 200 && quotedEtag !== undefined && isFresh(request, quotedEtag);
  if (isUnchanged || status === 204) {
    response.writeHead(isUnchanged ? 304 : 204, headers);
    response.end();
    return;
  }
  const bytes = encoding === null ? body.plain : await body.encode(encoding);
  if (encoding !== null) headers.push("Content-Encoding", encoding);
  headers.push("Content-Type", type, "Content-Length", String(bytes.length));
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function chooseEncoding(request: IncomingMessage, { plain }: HttpResponse["body"]): ContentEncoding | null {
  return plain.length < MIN_COMPRESSIBLE_BYTES ? null : negotiateEncoding(request.headers["accept-encoding"]);
}

/** Names and values alternately, the form that Node.js writes fastest. */
function responseHeaders(
  { cacheControl = "no-store", vary, headers }: HttpResponse,
  isCompressible: boolean,
): string[] {
  const sent = [
    "Access-Control-Allow-Origin",
    "*",
    "Access-Control-Expose-Headers",
    "ETag",
    "Cache-Control",
    cacheControl,
    "X-Content-Type-Options",
    "nosniff",
  ];
  const varies = [vary, isCompressible ? "Accept-Encoding" : undefined].filter((name) => name !== undefined);
  if (varies.length > 0) sent.push("Vary", varies.join(", "));
  for (const name in headers) sent.push(name, headers[name] ?? "");
  return sent;
}

const A_DAY_SECONDS = "86400";

/** Responds to a CORS preflight: every origin may send requests, as all data is public. */
export function sendPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "content-type",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Expose-Headers": "ETag",
    "Access-Control-Max-Age": A_DAY_SECONDS,
    Allow: "GET, HEAD, POST, OPTIONS",
    Vary: "Access-Control-Request-Headers",
  });
  response.end();
}
