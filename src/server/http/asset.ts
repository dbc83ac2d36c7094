import { type BodyOptions, createBody, type EncodedBody } from "./encoded-body.js";
import { contentEtag } from "./etag.js";
import type { HttpResponse } from "./response.js";

/** The content of an address, computed once and sent many times. */
export interface Asset {
  /** Content-Type. */
  readonly type: string;
  readonly body: EncodedBody;
  /** Of the uncompressed bytes, so that the same content has the same tag on every server. */
  readonly etag: string;
}

/** An asset from its bytes or text. */
export function createAsset(content: Buffer | string, type: string, options?: BodyOptions): Asset {
  const body = createBody(content, options);
  return { type, body, etag: contentEtag(body.plain) };
}

/** Memory of an asset in a cache, bytes: each compressed form takes a third of the body at most. */
export function assetBytes({ body }: Asset): number {
  return Math.ceil(body.plain.length * 1.5) + 200;
}

/** The response that sends an asset. */
export function assetResponse({ type, body, etag }: Asset, cacheControl: string): HttpResponse {
  return { status: 200, type, body, etag, cacheControl };
}

/** For an address that carries a hash or a version of its content. */
export const IMMUTABLE_CACHE_CONTROL = "public, max-age=31536000, immutable";
const CURRENT_CACHE_CONTROL = "public, max-age=300";

/** Cache-Control of a response: immutable when its address names the data version as `v`, otherwise five minutes. */
export function cacheControlFor({ searchParams }: URL, dataVersion: string): string {
  return searchParams.get("v") === dataVersion ? IMMUTABLE_CACHE_CONTROL : CURRENT_CACHE_CONTROL;
}
