import { createBody, type EncodedBody } from "./encoded-body.js";

/** The response of a route. Encoding, entity tag, 304 and HEAD are decided when it is sent. */
export interface HttpResponse {
  readonly status: number;
  /** Content-Type. */
  readonly type: string;
  readonly body: EncodedBody;
  /** Identifies the content, without quotes; no entity tag when left out. */
  readonly etag?: string;
  /** Cache-Control; no-store when left out. */
  readonly cacheControl?: string;
  /** Request headers that the response depends on, besides Accept-Encoding. */
  readonly vary?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A value as JSON, not cached. */
export function jsonResponse(status: number, value: unknown): HttpResponse {
  return { status, type: "application/json; charset=utf-8", body: createBody(JSON.stringify(value)) };
}

/** A problem in the form of RFC 9457. */
export function problemResponse(
  status: number,
  { title, detail, headers = {} }: { title: string; detail: string; headers?: Readonly<Record<string, string>> },
): HttpResponse {
  return {
    status,
    type: "application/problem+json",
    body: createBody(JSON.stringify({ status, title, detail })),
    headers,
  };
}

/** 404; `detail` says what exists. */
export function notFoundResponse(detail: string): HttpResponse {
  return problemResponse(404, { title: "Not found", detail });
}

/** 400; `detail` says what is allowed. */
export function badRequestResponse(detail: string): HttpResponse {
  return problemResponse(400, { title: "Bad request", detail });
}

/** 204: success without content. */
export function emptyResponse(cacheControl: string): HttpResponse {
  return { status: 204, type: "", body: createBody(""), cacheControl };
}

/** 303 to another URL. */
export function redirectResponse(location: string): HttpResponse {
  return { status: 303, type: "text/plain", body: createBody(""), headers: { Location: location } };
}
