import { createBody, type EncodedBody } from "./encoded-body.js";
import { contentEtag } from "./etag.js";
import type { HttpResponse } from "./response.js";

/** What an address stands for, made once and sent again and again. */
export interface Asset {
  /** Content-Type. */
  readonly type: string;
  readonly body: EncodedBody;
  /** Of the bytes before they are compressed, so that the same content has the same tag on every server. */
  readonly etag: string;
}

/** Content from its bytes or text; quickly compressed. */
export function createAsset(bytes: Buffer | string, type: string): Asset {
  const body = createBody(bytes);
  return { type, body, etag: contentEtag(body.plain) };
}

/** Bytes that content takes with its compressed forms, which are a third of it at most each, and with what else it is. */
export function assetBytes({ body }: Asset): number {
  return Math.ceil(body.plain.length * 1.5) + 200;
}

/** The answer that sends content. */
export function assetResponse({ type, body, etag }: Asset, cacheControl: string): HttpResponse {
  return { status: 200, type, body, etag, cacheControl };
}

// An address with the data version in it never changes its meaning.
const VERSIONED_CACHE_CONTROL = "public, max-age=31536000, immutable";
const CURRENT_CACHE_CONTROL = "public, max-age=300";

/** How long an answer may be kept: for ever when its address names the data version with `v`, else five minutes. */
export function cacheControlFor({ searchParams }: URL, dataVersion: string): string {
  return searchParams.get("v") === dataVersion ? VERSIONED_CACHE_CONTROL : CURRENT_CACHE_CONTROL;
}
