import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Answer } from "../http/answer.js";
import { codedBody } from "../http/coded-body.js";
import { LimitError } from "../limits/limit-error.js";
import { answerOfType, errorsAnswer } from "./answer-of-type.js";
import { type Answering, type Asked, dataAnswer } from "./data-answer.js";
import { formattedFieldError } from "./graphql-errors.js";
import { jsonText } from "./json-text.js";
import type { KnownOperation } from "./known-operation.js";
import type { Parameters } from "./parameters.js";
import { queryText } from "./persisted-queries.js";

// Points, which are about microseconds: what takes some turns to make takes more than one to write, too.
const COST_OF_LONG_ANSWERS = 10_000;

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
  const cost = costOrRefusal(operation, variables, answering);
  if (typeof cost !== "number") return operation.takes(variables) ? errorsAnswer(asked.type, 400, [cost]) : null;

  const context = { ...data.context, turns: service.turns, startedMs: performance.now(), waitedMs: 0 };
  const result = await operation.run(context, variables);
  if (result.data === undefined) return null;
  const textOf = (value: unknown) =>
    cost > COST_OF_LONG_ANSWERS ? jsonText(value, service.turns) : JSON.stringify(value);
  if (result.errors !== undefined) {
    const errors = result.errors.map((error) => formattedFieldError(error, service.log));
    return answerOfType(asked.type, 200, codedBody(await textOf({ errors, data: result.data })));
  }
  const body = codedBody(await textOf({ data: result.data }));
  if (data.isAskedBefore(asked.key)) data.responses.set(asked.key, body, asked.key.length + body.plain.length);
  return dataAnswer(body, asked, answering);
}

function readOnly({ type }: KnownOperation): GraphQLFormattedError {
  const message = `There are no ${type}s here: all of it is read-only. Ask a query.`;
  return { message, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } };
}

/** What a query costs, in points; why it is not answered, where that cannot be known. @throws {LimitError} */
function costOrRefusal(
  operation: KnownOperation,
  variables: Parameters["variables"],
  { service, data }: Answering,
): GraphQLFormattedError | number {
  try {
    const cost = operation.cost(variables, data.size);
    if (cost > service.limits.cost) throw new LimitError("cost", service.limits.cost, cost);
    return cost;
  } catch (error) {
    // An argument that does not fit: what it costs cannot be known, so it is not tried.
    if (error instanceof GraphQLError) return { ...error.toJSON(), extensions: { code: "BAD_USER_INPUT" } };
    throw error;
  }
}
