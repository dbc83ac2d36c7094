import { createHash } from "node:crypto";
import type { ServedData } from "../data/served-data.js";
import type { Answer } from "../http/answer.js";
import type { CodedBody } from "../http/coded-body.js";
import { answerOfType } from "./answer-of-type.js";
import type { GraphqlService } from "./graphql-service.js";
import type { ResponseType } from "./response-type.js";

/** A request, and how its answer is to look. */
export interface Asked {
  /** Its body or, of a GET, what follows the `?`: says the same whenever it comes. */
  readonly key: string;
  readonly type: ResponseType;
  /** Whether caches on its way may keep the answer, as that of a GET. */
  readonly isCacheable: boolean;
}

/** What answers: GraphQL and the data at the time. */
export interface Answering {
  readonly service: GraphqlService;
  readonly data: ServedData;
}

// Short, so that new data is soon seen everywhere; a client that comes again with the ETag is answered 304.
const CACHING = "public, max-age=60";
const HASH_CHARACTERS = 22; // 132 bits

/** An answer that is all data: named by the data, the program and the request, of which it is a pure function. */
export function dataAnswer(body: CodedBody, { key, type, isCacheable }: Asked, { service, data }: Answering): Answer {
  const answer = answerOfType(type, 200, body);
  if (!isCacheable) return answer;
  const hash = createHash("sha256").update(`${type}\n${key}`).digest("base64url").slice(0, HASH_CHARACTERS);
  return { ...answer, caching: CACHING, tag: `${data.version}.${service.codeVersion}.${hash}` };
}
