import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { Context } from "../graphql/world.js";
import { BodyTooLargeError, readBody } from "./read-body.js";
import { sendJson } from "./send.js";

const BODY_LIMIT_BYTES = 1_000_000; // a polygon of some 40,000 positions

/** Answers GraphQL over HTTP: POST, and GET for queries. */
export async function handleGraphql(
  apollo: ApolloServer<Context>,
  context: () => Context,
  {
    request,
    response,
    url,
  }: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL },
): Promise<void> {
  const body = await parsedBody(request);
  if (body instanceof BodyTooLargeError) {
    const message = `The request has more than ${body.limitBytes.toLocaleString("en-GB")} bytes; send a smaller one.`;
    sendJson(response, 413, { errors: [{ message, extensions: { code: "REQUEST_TOO_LARGE" } }] });
    request.destroy();
    return;
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? "GET", headers, search: url.search, body },
    context: async () => context(),
  });
  response.statusCode = answer.status ?? 200;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.body.kind === "complete") {
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** The JSON of a POST; undefined where there is none to read, which Apollo Server then refuses in its own words. */
async function parsedBody(request: IncomingMessage): Promise<unknown> {
  if (request.method !== "POST") return undefined;
  let text: string;
  try {
    text = await readBody(request, BODY_LIMIT_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLargeError) return error;
    throw error;
  }
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
