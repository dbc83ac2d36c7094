import type { GraphQLFormattedError } from "graphql";
import type { DatasetSnapshot } from "../dataset/dataset-snapshot.js";
import { createBody, type EncodedBody } from "../http/encoded-body.js";
import { contentEtag } from "../http/etag.js";
import type { HttpResponse } from "../http/response.js";
import type { ResponseType } from "./accept.js";
import type { GraphqlService } from "./graphql-service.js";

/** A request, and how its answer is to look. */
export interface GraphqlRequest {
  /** Its body or, of a GET, what follows the `?`: says the same whenever it comes. */
  readonly key: string;
  readonly type: ResponseType;
  /** Whether caches on its way may keep the answer, as that of a GET. */
  readonly isCacheable: boolean;
}

/** What answers: GraphQL and the data at the time. */
export interface ExecutionEnv {
  readonly service: GraphqlService;
  readonly data: DatasetSnapshot;
}

// Short, so that new data is soon seen everywhere; a client that comes again with the ETag is answered 304.
const CACHE_CONTROL = "public, max-age=60";

/** An answer that is all data: named by the data, the program and the request, of which it is a pure function. */
export function cacheableResponse(
  body: EncodedBody,
  { key, type, isCacheable }: GraphqlRequest,
  { service, data }: ExecutionEnv,
): HttpResponse {
  const answer = graphqlResponse(type, 200, body);
  if (!isCacheable) return answer;
  const etag = `${data.version}.${service.codeVersion}.${contentEtag(`${type}\n${key}`)}`;
  return { ...answer, cacheControl: CACHE_CONTROL, etag };
}

/** An answer in a media type of GraphQL. */
export function graphqlResponse(type: ResponseType, status: number, body: EncodedBody): HttpResponse {
  return { status, type: `${type}; charset=utf-8`, body, vary: "Accept" };
}

/** An answer that is only errors. */
export function errorResponse(
  type: ResponseType,
  status: number,
  errors: readonly GraphQLFormattedError[],
): HttpResponse {
  return graphqlResponse(type, requestErrorStatus(status, type, errors), createBody(JSON.stringify({ errors })));
}

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
