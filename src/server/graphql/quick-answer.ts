import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Answer } from "../http/answer.js";
import { codedBody } from "../http/coded-body.js";
import { LimitError } from "../limits/limit-error.js";
import { answerOfType, errorsAnswer } from "./answer-of-type.js";
import { type Answering, type Asked, dataAnswer } from "./data-answer.js";
import { formattedFieldError } from "./graphql-errors.js";
import type { KnownOperation } from "./known-operation.js";
import type { Parameters } from "./parameters.js";
import { queryText } from "./persisted-queries.js";

/**
 * Answers a valid query; null, with nothing done, for anything else.
 *
 * @throws {LimitError} for one that asks too much
 */
export async function quickAnswer(parameters: Parameters, asked: Asked, answering: Answering): Promise<Answer | null> {
  const { service, data } = answering;
  const { operationName, variables } = parameters;
  const found = queryText(parameters, service.persistedQueries);
  const operation = found === null ? null : (service.documents(found.text)?.operation(operationName) ?? null);
  if (found === null || operation === null) return null;
  if (operation.type !== "query") {
    return asked.isCacheable ? null : errorsAnswer(asked.type, 400, [readOnly(operation)]);
  }
  if (found.keepAs !== null) service.persistedQueries.set(found.keepAs, found.text, found.text.length);
  const refused = costRefusal(operation, variables, answering);
  if (refused !== null) return operation.takes(variables) ? errorsAnswer(asked.type, 400, [refused]) : null;

  const context = { ...data.context, turns: service.turns, startedMs: performance.now(), waitedMs: 0 };
  const result = await operation.run(context, variables);
  if (result.data === undefined) return null;
  if (result.errors !== undefined) return partialAnswer(result, asked, answering);
  const body = codedBody(JSON.stringify({ data: result.data }));
  if (data.isAskedBefore(asked.key)) data.responses.set(asked.key, body, asked.key.length + body.plain.length);
  return dataAnswer(body, asked, answering);
}

function readOnly({ type }: KnownOperation): GraphQLFormattedError {
  const message = `There are no ${type}s here: all of it is read-only. Ask a query.`;
  return { message, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
}

/** Why a query is not answered for what it costs; null when it may be. @throws {LimitError} */
function costRefusal(
  operation: KnownOperation,
  variables: Parameters["variables"],
  { service, data }: Answering,
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

function partialAnswer({ errors = [], data }: ExecutionResult, { type }: Asked, { service }: Answering): Answer {
  const formatted = errors.map((error) => formattedFieldError(error, service.log));
  return answerOfType(type, 200, codedBody(JSON.stringify({ errors: formatted, data })));
}
