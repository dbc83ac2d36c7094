import type { GraphQLFormattedError } from "graphql";
import type { ResponseType } from "./response-type.js";

// A request that is well formed as HTTP and JSON, and whose GraphQL cannot be answered.
const REQUEST_ERRORS = new Set<unknown>([
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "LIMIT_EXCEEDED",
  "OPERATION_RESOLUTION_FAILURE",
]);

/**
 * The status of an answer without data. In application/json a well-formed request is answered 200 whatever came of it;
 * in application/graphql-response+json a request error is 400 (GraphQL over HTTP, 6.4.1 and 6.4.2).
 */
export function requestErrorStatus(
  status: number,
  type: ResponseType,
  errors: readonly GraphQLFormattedError[],
): number {
  const isRequestError = errors.every(({ extensions }) => REQUEST_ERRORS.has(extensions?.code));
  return status === 400 && type === "application/json" && isRequestError ? 200 : status;
}
