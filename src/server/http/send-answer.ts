import type { IncomingMessage, ServerResponse } from "node:http";
import { bestCoding, type ContentCoding } from "../content-coding.js";
import { ifNoneMatchNames } from "../if-none-match.js";
import type { Answer } from "./answer.js";

// Less fits in one packet anyway.
const LEAST_BYTES_COMPRESSED = 1_200;
const COMPRESSIBLE = /^(text\/|application\/(.*json|xml)|image\/svg|font\/ttf|application\/vnd\.mapbox-vector-tile)/;

/** Sends an answer as its request asks: compressed or plain, 304 to a client that has it, without a body to HEAD. */
export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, body, tag } = answer;
  const coding = codingFor(request, answer);
  const bytes = coding === null ? body.plain : await body.inCoding(coding);
  const etag = tag === undefined ? undefined : `"${tag}${coding === null ? "" : `-${coding}`}"`;
  const headers = headersOf(answer, { coding, etag });

  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && status === 200 && etag !== undefined && ifNoneMatchNames(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  headers["Content-Type"] = answer.type;
  headers["Content-Length"] = bytes.length;
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function codingFor(request: IncomingMessage, { type, body }: Answer): ContentCoding | null {
  if (body.plain.length < LEAST_BYTES_COMPRESSED || !COMPRESSIBLE.test(type)) return null;
  return bestCoding(request.headers["accept-encoding"]);
}

function headersOf(
  { type, caching = "no-store", varyOn, headers }: Answer,
  { coding, etag }: { readonly coding: ContentCoding | null; readonly etag: string | undefined },
): Record<string, string | number> {
  const sent: Record<string, string | number> = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cache-Control": caching,
    "X-Content-Type-Options": "nosniff",
    ...headers,
  };
  const varies = [varyOn, COMPRESSIBLE.test(type) ? "Accept-Encoding" : undefined].filter(Boolean).join(", ");
  if (varies !== "") sent.Vary = varies;
  if (etag !== undefined) sent.ETag = etag;
  if (coding !== null) sent["Content-Encoding"] = coding;
  return sent;
}
