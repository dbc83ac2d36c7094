import type { GraphQLFormattedError } from "graphql";
import type { Answer } from "../http/answer.js";
import { type CodedBody, codedBody } from "../http/coded-body.js";
import { requestErrorStatus } from "./request-error-status.js";
import type { ResponseType } from "./response-type.js";

/** An answer in a media type of GraphQL. */
export function answerOfType(type: ResponseType, status: number, body: CodedBody): Answer {
  return { status, type: `${type}; charset=utf-8`, body, varyOn: "Accept" };
}

/** An answer that is only errors. */
export function errorsAnswer(type: ResponseType, status: number, errors: readonly GraphQLFormattedError[]): Answer {
  return answerOfType(type, requestErrorStatus(status, type, errors), codedBody(JSON.stringify({ errors })));
}
