import { type CodedBody, codedBody } from "./coded-body.js";

/** What a route gives back. How it goes over the wire (coding, entity tag, 304, HEAD) is decided when it is sent. */
export interface Answer {
  readonly status: number;
  /** Content-Type. */
  readonly type: string;
  readonly body: CodedBody;
  /** Names this content and no other, without quotes; no entity tag when left out. */
  readonly tag?: string;
  /** Cache-Control; nothing is kept when left out. */
  readonly caching?: string;
  /** Request headers that the answer depends on, besides Accept-Encoding. */
  readonly varyOn?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A value as JSON, not to be kept. */
export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, type: "application/json; charset=utf-8", body: codedBody(JSON.stringify(value)) };
}

/** A problem as RFC 9457 has it: what is wrong, and what is allowed. */
export function problemAnswer(
  status: number,
  { title, detail, headers = {} }: { title: string; detail: string; headers?: Readonly<Record<string, string>> },
): Answer {
  return {
    status,
    type: "application/problem+json",
    body: codedBody(JSON.stringify({ status, title, detail })),
    headers,
  };
}

/** There is nothing at an address; `detail` says what there is. */
export function notFoundAnswer(detail: string): Answer {
  return problemAnswer(404, { title: "Not found", detail });
}

/** An address asks for something that cannot be; `detail` says what can. */
export function badRequestAnswer(detail: string): Answer {
  return problemAnswer(400, { title: "Bad request", detail });
}

/** All is well and there is nothing to send. */
export function emptyAnswer(caching: string): Answer {
  return { status: 204, type: "", body: codedBody(""), caching };
}

/** The way to another address. */
export function redirectAnswer(location: string): Answer {
  return { status: 303, type: "text/plain", body: codedBody(""), headers: { Location: location } };
}
