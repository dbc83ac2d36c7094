import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { bestCoding, type ContentCoding } from "./content-coding.js";
import { ifNoneMatchNames } from "./if-none-match.js";

/** A body with what its headers say of it. */
export interface Representation {
  readonly bytes: Buffer;
  readonly type: string;
  /** Of the bytes before they are compressed, so that the same answer has the same tag on every server. */
  readonly hash: string;
}

/** Bytes with their type and their hash. */
export function representation(bytes: Buffer, type: string): Representation {
  return { bytes, type, hash: createHash("sha256").update(bytes).digest("base64url").slice(0, 22) };
}

const COMPRESSED_FROM_BYTES = 500; // what is smaller fits into one packet anyway

/** Sends a representation, compressed as the client takes it, or 304 when the client has it. */
export async function sendRepresentation(
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  { bytes, type, hash }: Representation,
  {
    caching,
    compressedBytes,
  }: { readonly caching: string; readonly compressedBytes: (coding: ContentCoding) => Promise<Buffer> },
): Promise<void> {
  const coding = bytes.length < COMPRESSED_FROM_BYTES ? null : bestCoding(request.headers["accept-encoding"]);
  const etag = `"${hash}${coding === null ? "" : `-${coding}`}"`;
  const headers = { ETag: etag, Vary: "Accept-Encoding", "Cache-Control": caching };
  if (ifNoneMatchNames(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = coding === null ? bytes : await compressedBytes(coding);
  response.writeHead(200, {
    ...headers,
    ...(coding !== null && { "Content-Encoding": coding }),
    "Content-Type": type,
    "Content-Length": body.length,
    "X-Content-Type-Options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

// An address with the data version in it never changes its meaning.
const VERSIONED_CACHING = "public, max-age=31536000, immutable";
const CURRENT_CACHING = "public, max-age=300";

/** How long an answer may be kept: for ever when its address names the data version with `v`, else five minutes. */
export function cachingOf({ searchParams }: URL, dataVersion: string): string {
  return searchParams.get("v") === dataVersion ? VERSIONED_CACHING : CURRENT_CACHING;
}
