import type { IncomingMessage } from "node:http";
import type { ServedData } from "../data/served-data.js";
import type { Answer } from "../http/answer.js";
import { LimitError } from "../limits/limit-error.js";
import { errorsAnswer } from "./answer-of-type.js";
import { apolloAnswer } from "./apollo-answer.js";
import { dataAnswer } from "./data-answer.js";
import { limitRefusal } from "./graphql-errors.js";
import type { GraphqlService } from "./graphql-service.js";
import { bodyText, parsedBody } from "./json-body.js";
import { parametersOfBody, parametersOfSearch } from "./parameters.js";
import { quickAnswer } from "./quick-answer.js";
import { RequestError } from "./request-error.js";
import { type ResponseType, responseType } from "./response-type.js";

/** A GraphQL request, as far as it has come over HTTP. */
export interface GraphqlExchange {
  readonly request: IncomingMessage;
  /** What follows the `?` in the address. */
  readonly search: string;
}

/**
 * Answers GraphQL over HTTP: POST, and GET for queries.
 *
 * What was asked before in the same words is answered from what is kept. A valid query that has all it needs is answered
 * straight from its known document. Whatever is amiss goes to Apollo
 * Server, which says so in its own words; so there is one way of refusing.
 */
export async function graphqlAnswer(
  service: GraphqlService,
  data: ServedData,
  { request, search }: GraphqlExchange,
): Promise<Answer> {
  const type = responseType(request.headers.accept);
  try {
    if (type === null) throw new RequestError(406, notAcceptable(request.headers.accept));
    const isPost = request.method === "POST";
    const key = isPost ? await bodyText(request, service.limits.bodyBytes) : search;
    const asked = { key, type, isCacheable: !isPost };
    const kept = data.responses.get(key);
    if (kept !== undefined) return dataAnswer(kept, asked, { service, data });

    const body = isPost ? parsedBody(key, service.limits) : undefined;
    const parameters = isPost ? parametersOfBody(body) : parametersOfSearch(search, service.limits);
    const quick = parameters === null ? null : await quickAnswer(parameters, asked, { service, data });
    return quick ?? (await apolloAnswer(service, data, { search, type, body, isPost }));
  } catch (error) {
    return refusal(error, type ?? "application/json");
  }
}

function refusal(error: unknown, type: ResponseType): Answer {
  if (error instanceof LimitError) {
    return errorsAnswer(type, error.limit === "bodyBytes" ? 413 : 400, [limitRefusal(error)]);
  }
  if (error instanceof RequestError) {
    const { status, message } = error;
    return errorsAnswer(type, status, [{ message: sentence(message), extensions: { code: "BAD_REQUEST" } }]);
  }
  throw error;
}

function notAcceptable(accept: string | undefined): string {
  return `the Accept header is ${JSON.stringify(accept)}; answers are application/json or application/graphql-response+json`;
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
