import { HeaderMap } from "@apollo/server";
import type { DatasetSnapshot } from "../dataset/dataset-snapshot.js";
import { createBody } from "../http/encoded-body.js";
import type { HttpResponse } from "../http/response.js";
import type { ResponseType } from "./accept.js";
import { graphqlResponse, requestErrorStatus } from "./graphql-response.js";
import type { GraphqlService } from "./graphql-service.js";

/** A request in the form Apollo Server takes. */
export interface ApolloRequest {
  readonly isPost: boolean;
  readonly search: string;
  /** The parsed JSON of a POST. */
  readonly body: unknown;
  readonly type: ResponseType;
}

/** Lets Apollo Server answer requests the fast path declined (syntax, validation, APQ misses). Never cached. */
export async function runApolloFallback(
  { apollo, scheduler }: GraphqlService,
  { context }: DatasetSnapshot,
  { isPost, search, body, type }: ApolloRequest,
): Promise<HttpResponse> {
  const apolloResponse = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: isPost ? "POST" : "GET",
      headers: new HeaderMap([["accept", type]]),
      search,
      body,
    },
    context: async () => ({ ...context, scheduler, startedMs: performance.now(), blockedMs: 0 }),
  });
  if (apolloResponse.body.kind !== "complete") throw new Error("Apollo Server returned an incremental response");
  const text = apolloResponse.body.string;
  const { errors = [] } = JSON.parse(text);
  const status = requestErrorStatus(apolloResponse.status ?? 200, type, errors);
  const allow = apolloResponse.headers.get("allow");
  return {
    ...graphqlResponse(type, status, createBody(text)),
    ...(allow !== undefined && { headers: { Allow: allow } }),
  };
}
