import { HeaderMap } from "@apollo/server";
import type { ServedData } from "../data/served-data.js";
import type { Answer } from "../http/answer.js";
import { codedBody } from "../http/coded-body.js";
import { answerOfType } from "./answer-of-type.js";
import type { GraphqlService } from "./graphql-service.js";
import { requestErrorStatus } from "./request-error-status.js";
import type { ResponseType } from "./response-type.js";

/** A request as Apollo Server is to see it. */
export interface ApolloRequest {
  readonly isPost: boolean;
  readonly search: string;
  /** The parsed JSON of a POST. */
  readonly body: unknown;
  readonly type: ResponseType;
}

/** What Apollo Server says. It gets only what is amiss, after the limits; nothing of it is to be kept by caches. */
export async function apolloAnswer(
  { apollo, turns }: GraphqlService,
  { context }: ServedData,
  { isPost, search, body, type }: ApolloRequest,
): Promise<Answer> {
  const answered = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: isPost ? "POST" : "GET",
      headers: new HeaderMap([["accept", type]]),
      search,
      body,
    },
    context: async () => ({ ...context, turns, startedMs: performance.now(), waitedMs: 0 }),
  });
  if (answered.body.kind !== "complete") throw new Error("an answer in parts, which the schema has none of");
  const text = answered.body.string;
  const { errors = [] } = JSON.parse(text);
  const status = requestErrorStatus(answered.status ?? 200, type, errors);
  const allow = answered.headers.get("allow");
  return { ...answerOfType(type, status, codedBody(text)), ...(allow !== undefined && { headers: { Allow: allow } }) };
}
