import type { GraphQLFormattedError } from "graphql";
import type { DatasetSnapshot } from "../dataset/dataset-snapshot.js";
import { createBody, type EncodedBody } from "../http/encoded-body.js";
import { contentEtag } from "../http/etag.js";
import type { HttpResponse } from "../http/response.js";
import type { ResponseType } from "./accept.js";
import type { GraphqlService } from "./graphql-service.js";

/** A request, and the form of its response. */
export interface GraphqlRequest {
  /** The body of a POST, the query string of a GET: equal keys get equal responses. */
  readonly key: string;
  readonly type: ResponseType;
  /** Whether HTTP caches may store the response: true for GET. */
  readonly isCacheable: boolean;
}

/** The service and the data that answer a request. */
export interface ExecutionEnv {
  readonly service: GraphqlService;
  readonly data: DatasetSnapshot;
}

// Short, so that new data reaches clients soon; revalidation with the ETag gets 304.
const CACHE_CONTROL = "public, max-age=60";

/** A response without errors: a pure function of data, code and request, whose versions and hash make its ETag. */
export function cacheableResponse(
  body: EncodedBody,
  { key, type, isCacheable }: GraphqlRequest,
  { service, data }: ExecutionEnv,
): HttpResponse {
  const response = graphqlResponse(type, 200, body);
  if (!isCacheable) return response;
  const etag = `${data.version}.${service.codeVersion}.${contentEtag(`${type}\n${key}`)}`;
  return { ...response, cacheControl: CACHE_CONTROL, etag };
}

/** A response in a media type of GraphQL. */
export function graphqlResponse(type: ResponseType, status: number, body: EncodedBody): HttpResponse {
  return { status, type: `${type}; charset=utf-8`, body, vary: "Accept" };
}

/** A response that holds only errors. */
export function errorResponse(
  type: ResponseType,
  status: number,
  errors: readonly GraphQLFormattedError[],
): HttpResponse {
  return graphqlResponse(type, requestErrorStatus(status, type, errors), createBody(JSON.stringify({ errors })));
}

// Codes of request errors: well-formed HTTP and JSON whose GraphQL cannot be executed.
const REQUEST_ERRORS = new Set<unknown>([
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "LIMIT_EXCEEDED",
  "OPERATION_RESOLUTION_FAILURE",
]);

/**
 * The status of a response without data. In application/json a well-formed request gets 200 even when it fails; in
 * application/graphql-response+json a request error gets 400 (GraphQL over HTTP, 6.4.1 and 6.4.2).
 */
export function requestErrorStatus(
  status: number,
  type: ResponseType,
  errors: readonly GraphQLFormattedError[],
): number {
  const isRequestError = errors.every(({ extensions }) => REQUEST_ERRORS.has(extensions?.code));
  return status === 400 && type === "application/json" && isRequestError ? 200 : status;
}
