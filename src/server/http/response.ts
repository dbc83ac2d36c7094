import { createBody, type EncodedBody } from "./encoded-body.js";

/** What a route gives back. How it goes over the wire (coding, entity tag, 304, HEAD) is decided when it is sent. */
export interface HttpResponse {
  readonly status: number;
  /** Content-Type. */
  readonly type: string;
  readonly body: EncodedBody;
  /** Names this content and no other, without quotes; no entity tag when left out. */
  readonly etag?: string;
  /** Cache-Control; nothing is kept when left out. */
  readonly cacheControl?: string;
  /** Request headers that the answer depends on, besides Accept-Encoding. */
  readonly vary?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A value as JSON, not to be kept. */
export function jsonResponse(status: number, value: unknown): HttpResponse {
  return { status, type: "application/json; charset=utf-8", body: createBody(JSON.stringify(value)) };
}

/** A problem as RFC 9457 has it: what is wrong, and what is allowed. */
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

/** There is nothing at an address; `detail` says what there is. */
export function notFoundResponse(detail: string): HttpResponse {
  return problemResponse(404, { title: "Not found", detail });
}

/** An address asks for something that cannot be; `detail` says what can. */
export function badRequestResponse(detail: string): HttpResponse {
  return problemResponse(400, { title: "Bad request", detail });
}

/** All is well and there is nothing to send. */
export function emptyResponse(cacheControl: string): HttpResponse {
  return { status: 204, type: "", body: createBody(""), cacheControl };
}

/** The way to another address. */
export function redirectResponse(location: string): HttpResponse {
  return { status: 303, type: "text/plain", body: createBody(""), headers: { Location: location } };
}
