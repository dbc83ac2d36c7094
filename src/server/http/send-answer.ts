import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.js";
import { bestCoding, type ContentCoding } from "./content-coding.js";
import { ifNoneMatchNames } from "./if-none-match.js";

// Less fits in one packet anyway.
const LEAST_BYTES_COMPRESSED = 1_200;
const COMPRESSIBLE =
  /^(text\/|application\/(.*json|xml)|image\/svg|font\/ttf|application\/vnd\.(mapbox-vector-tile|flatgeobuf))/;

/** Sends an answer as its request asks: compressed or plain, 304 to a client that has it, without a body to HEAD. */
export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, type, body, tag } = answer;
  const isCompressible = COMPRESSIBLE.test(type);
  const coding = isCompressible ? codingFor(request, body) : null;
  const etag = tag === undefined ? undefined : `"${tag}${coding === null ? "" : `-${coding}`}"`;
  const headers = headersOf(answer, isCompressible);
  if (etag !== undefined) headers.push("ETag", etag);

  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && status === 200 && etag !== undefined && ifNoneMatchNames(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  if (status === 204) {
    response.writeHead(204, headers);
    response.end();
    return;
  }
  const bytes = coding === null ? body.plain : await body.inCoding(coding);
  if (coding !== null) headers.push("Content-Encoding", coding);
  headers.push("Content-Type", type, "Content-Length", String(bytes.length));
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function codingFor(request: IncomingMessage, { plain }: Answer["body"]): ContentCoding | null {
  return plain.length < LEAST_BYTES_COMPRESSED ? null : bestCoding(request.headers["accept-encoding"]);
}

/** Names and values by turns, which is what Node.js writes fastest. */
function headersOf({ caching = "no-store", varyOn, headers }: Answer, isCompressible: boolean): string[] {
  const sent = [
    "Access-Control-Allow-Origin",
    "*",
    "Access-Control-Expose-Headers",
    "ETag",
    "Cache-Control",
    caching,
    "X-Content-Type-Options",
    "nosniff",
  ];
  const varies = [varyOn, isCompressible ? "Accept-Encoding" : undefined].filter((name) => name !== undefined);
  if (varies.length > 0) sent.push("Vary", varies.join(", "));
  for (const name in headers) sent.push(name, headers[name] ?? "");
  return sent;
}
