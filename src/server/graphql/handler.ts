import type { IncomingMessage } from "node:http";
import type { DatasetSnapshot } from "../dataset/dataset-snapshot.js";
import type { HttpResponse } from "../http/response.js";
import { negotiateResponseType, type ResponseType } from "./accept.js";
import { runApolloFallback } from "./apollo-fallback.js";
import { HttpRequestError, limitErrorBody } from "./errors.js";
import { tryFastPath } from "./fast-path.js";
import { cacheableResponse, errorResponse } from "./graphql-response.js";
import type { GraphqlService } from "./graphql-service.js";
import { LimitError } from "./limits/limits.js";
import { parseBody, readBodyText } from "./post-json.js";
import { parseBodyParams, parseSearchParams } from "./request-params.js";

/** A GraphQL request before its body is read. */
export interface GraphqlRequestContext {
  readonly request: IncomingMessage;
  /** The query string, with its `?`. */
  readonly search: string;
}

/**
 * Answers GraphQL over HTTP: POST, and GET for queries.
 *
 * In this order: a request with the same text comes from the response cache; a valid query is executed from its cached
 * document (fast-path.ts); everything else, mostly invalid requests, goes to Apollo Server (apollo-fallback.ts), so that
 * errors have one wording.
 */
export async function handleGraphql(
  service: GraphqlService,
  data: DatasetSnapshot,
  { request, search }: GraphqlRequestContext,
): Promise<HttpResponse> {
  const type = negotiateResponseType(request.headers.accept);
  try {
    if (type === null) throw new HttpRequestError(406, notAcceptable(request.headers.accept));
    const isPost = request.method === "POST";
    const key = isPost ? await readBodyText(request, service.limits.bodyBytes) : search;
    const graphqlRequest = { key, type, isCacheable: !isPost };
    const cached = data.responses.get(key);
    if (cached !== undefined) return cacheableResponse(cached, graphqlRequest, { service, data });

    const body = isPost ? parseBody(key, service.limits) : undefined;
    const params = isPost ? parseBodyParams(body) : parseSearchParams(search, service.limits);
    const fast = params === null ? null : await tryFastPath(params, graphqlRequest, { service, data });
    return fast ?? (await runApolloFallback(service, data, { search, type, body, isPost }));
  } catch (error) {
    return errorToResponse(error, type ?? "application/json");
  }
}

function errorToResponse(error: unknown, type: ResponseType): HttpResponse {
  if (error instanceof LimitError) {
    return errorResponse(type, error.limit === "bodyBytes" ? 413 : 400, [limitErrorBody(error)]);
  }
  if (error instanceof HttpRequestError) {
    const { status, message } = error;
    return errorResponse(type, status, [{ message: sentence(message), extensions: { code: "BAD_REQUEST" } }]);
  }
  throw error;
}

function notAcceptable(accept: string | undefined): string {
  return `the Accept header is ${JSON.stringify(accept)}; responses are application/json or application/graphql-response+json`;
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
