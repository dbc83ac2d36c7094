import { createHash } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Answer } from "../http/answer.js";
import { type CodedBody, codedBody } from "../http/coded-body.js";
import { LimitError } from "../limits/limit-error.js";
import type { ServedData } from "../served-data.js";
import { answerOfType, errorsAnswer } from "./answer-of-type.js";
import { formattedFieldError } from "./graphql-errors.js";
import type { GraphqlService } from "./graphql-service.js";
import type { KnownOperation } from "./known-operation.js";
import type { Parameters } from "./parameters.js";
import { queryText } from "./persisted-queries.js";
import { RequestError } from "./request-error.js";
import type { ResponseType } from "./response-type.js";

/** What is asked, and how the answer is to look. */
export interface Asked {
  readonly parameters: Parameters;
  readonly type: ResponseType;
  /** Whether the answer may be kept by caches on its way, as that of a GET. */
  readonly isCacheable: boolean;
}

// Short, so that new data is soon seen everywhere; a client that comes again with the ETag is answered 304.
const CACHING = "public, max-age=60";

/**
 * Answers a valid query; null, with nothing done, for anything else.
 *
 * @throws {LimitError} for one that asks too much
 */
export async function quickAnswer(service: GraphqlService, data: ServedData, asked: Asked): Promise<Answer | null> {
  const { operationName, variables } = asked.parameters;
  const found = queryText(asked.parameters, service.persistedQueries);
  if (found === null) return null;
  const key = requestKey(found.text, operationName, variables);
  const kept = data.responses.get(key);
  if (kept !== undefined) return succeeded(kept, key, { service, data, asked });

  const operation = service.documents(found.text)?.operation(operationName) ?? null;
  if (operation === null) return null;
  if (operation.type !== "query")
    return asked.isCacheable ? null : errorsAnswer(asked.type, 400, [readOnly(operation)]);
  if (found.keepAs !== null) service.persistedQueries.set(found.keepAs, found.text, found.text.length);
  const refused = costRefusal(operation, variables, { service, data });
  if (refused !== null) return operation.takes(variables) ? errorsAnswer(asked.type, 400, [refused]) : null;

  const context = { ...data.context, turns: service.turns, startedMs: performance.now() };
  const result = await operation.run(context, variables);
  if (result.data === undefined) return null;
  if (result.errors !== undefined) {
    const errors = result.errors.map((error) => formattedFieldError(error, service.log));
    return answerOfType(asked.type, 200, codedBody(JSON.stringify({ errors, data: result.data })));
  }
  const body = codedBody(JSON.stringify({ data: result.data }));
  data.responses.set(key, body, key.length + body.plain.length);
  return succeeded(body, key, { service, data, asked });
}

/** Says the same for the same request, written in the same words. @throws {RequestError} for variables nested absurdly */
function requestKey(text: string, operationName: string | undefined, variables: Parameters["variables"]): string {
  try {
    return `${operationName ?? ""}\n${JSON.stringify(variables)}\n${text}`;
  } catch (error) {
    if (error instanceof RangeError) throw new RequestError(400, "the variables are nested too deep");
    throw error;
  }
}

function readOnly({ type }: KnownOperation): GraphQLFormattedError {
  const message = `There are no ${type}s here: all of it is read-only. Ask a query.`;
  return { message, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
}

/** Why a query is not answered for what it costs; null when it may be. @throws {LimitError} */
function costRefusal(
  operation: KnownOperation,
  variables: Parameters["variables"],
  { service, data }: { readonly service: GraphqlService; readonly data: ServedData },
): GraphQLFormattedError | null {
  try {
    const cost = operation.cost(variables, data.size);
    if (cost > service.limits.cost) throw new LimitError("cost", service.limits.cost, cost);
    return null;
  } catch (error) {
    // An argument that does not fit: what it costs cannot be known, so it is not tried.
    if (error instanceof GraphQLError) return { ...error.toJSON(), extensions: { code: "BAD_USER_INPUT" } };
    throw error;
  }
}

function succeeded(
  body: CodedBody,
  key: string,
  { service, data, asked }: { readonly service: GraphqlService; readonly data: ServedData; readonly asked: Asked },
): Answer {
  const answer = answerOfType(asked.type, 200, body);
  if (!asked.isCacheable) return answer;
  const hash = createHash("sha256").update(`${asked.type}\n${key}`).digest("base64url").slice(0, 22);
  return { ...answer, caching: CACHING, tag: `${data.version}.${service.codeVersion}.${hash}` };
}
