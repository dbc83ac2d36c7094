import { contentTag } from "../../workers/content-tag.js";
import type { Answer } from "./answer.js";
import { type CodedBody, codedBody } from "./coded-body.js";

/** What an address stands for, made once and sent again and again. */
export interface Content {
  /** Content-Type. */
  readonly type: string;
  readonly body: CodedBody;
  /** Of the bytes before they are compressed, so that the same content has the same tag on every server. */
  readonly tag: string;
}

/** Content from its bytes or text; quickly compressed. */
export function contentOf(bytes: Buffer | string, type: string): Content {
  const body = codedBody(bytes);
  return { type, body, tag: contentTag(body.plain) };
}

/** Bytes that content takes with its compressed forms, which are a third of it at most each, and with what else it is. */
export function contentBytes({ body }: Content): number {
  return Math.ceil(body.plain.length * 1.5) + 200;
}

/** The answer that sends content. */
export function contentAnswer({ type, body, tag }: Content, caching: string): Answer {
  return { status: 200, type, body, tag, caching };
}

// An address with the data version in it never changes its meaning.
const VERSIONED_CACHING = "public, max-age=31536000, immutable";
const CURRENT_CACHING = "public, max-age=300";

/** How long an answer may be kept: for ever when its address names the data version with `v`, else five minutes. */
export function cachingOf({ searchParams }: URL, dataVersion: string): string {
  return searchParams.get("v") === dataVersion ? VERSIONED_CACHING : CURRENT_CACHING;
}
