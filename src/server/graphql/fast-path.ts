import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { createBody } from "../http/encoded-body.js";
import type { HttpResponse } from "../http/response.js";
import { formatFieldError } from "./errors.js";
import {
  cacheableResponse,
  type ExecutionEnv,
  errorResponse,
  type GraphqlRequest,
  graphqlResponse,
} from "./graphql-response.js";
import { LimitError } from "./limits/limits.js";
import type { PreparedOperation } from "./prepared-operation.js";
import type { RequestParams } from "./request-params.js";
import { queryText } from "./request-params.js";
import { stringifyCooperatively } from "./stringify-cooperatively.js";

// Points, about a microsecond each: a response that takes several slices to compute also takes several to serialise.
const MIN_COOPERATIVE_COST = 10_000;

/**
 * Answers a valid query; null, without side effects, for anything else.
 *
 * @throws {LimitError} when the query exceeds a limit
 */
export async function tryFastPath(
  params: RequestParams,
  request: GraphqlRequest,
  env: ExecutionEnv,
): Promise<HttpResponse | null> {
  const { service, data } = env;
  const { operationName, variables } = params;
  const resolved = queryText(params, service.persistedQueries);
  const operation = resolved === null ? null : (service.documents(resolved.text)?.operation(operationName) ?? null);
  if (resolved === null || operation === null) return null;
  if (operation.type !== "query") {
    return request.isCacheable ? null : errorResponse(request.type, 400, [mutationsUnsupported(operation)]);
  }
  if (resolved.persistAs !== null) {
    service.persistedQueries.set(resolved.persistAs, resolved.text, { size: resolved.text.length });
  }
  const cost = estimateCost(operation, variables, env);
  if (typeof cost !== "number") return operation.accepts(variables) ? errorResponse(request.type, 400, [cost]) : null;

  const context = { ...data.context, scheduler: service.scheduler, startedMs: performance.now(), blockedMs: 0 };
  const result = await operation.run(context, variables);
  if (result.data === undefined) return null;
  const stringify = (value: unknown) =>
    cost > MIN_COOPERATIVE_COST ? stringifyCooperatively(value, service.scheduler) : JSON.stringify(value);
  if (result.errors !== undefined) {
    const errors = result.errors.map((error) => formatFieldError(error, service.log));
    return graphqlResponse(request.type, 200, createBody(await stringify({ errors, data: result.data })));
  }
  const body = createBody(await stringify({ data: result.data }));
  if (data.wasSeenRecently(request.key)) {
    data.responses.set(request.key, body, { size: request.key.length + body.plain.length });
  }
  return cacheableResponse(body, request, env);
}

function mutationsUnsupported({ type }: PreparedOperation): GraphQLFormattedError {
  const message = `There are no ${type}s: the API is read-only. Send a query.`;
  return { message, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
}

/** The cost of a query in points, or the error that prevents an estimate. @throws {LimitError} */
function estimateCost(
  operation: PreparedOperation,
  variables: RequestParams["variables"],
  { service, data }: ExecutionEnv,
): GraphQLFormattedError | number {
  try {
    const cost = operation.cost(variables, data.statistics);
    if (cost > service.limits.cost) throw new LimitError("cost", service.limits.cost, cost);
    return cost;
  } catch (error) {
    // An argument of the wrong type: without a cost, the query is not run.
    if (error instanceof GraphQLError) return { ...error.toJSON(), extensions: { code: "BAD_USER_INPUT" } };
    throw error;
  }
}
