import type { IncomingMessage } from "node:http";
import type { CurrentData } from "./data/current-data.js";
import { graphqlAnswer } from "./graphql/graphql-answer.js";
import type { GraphqlService } from "./graphql/graphql-service.js";
import { type Answer, jsonAnswer, redirectAnswer } from "./http/answer.js";
import { publicOrigin } from "./http/public-origin.js";
import type { Exchange, Method, Route } from "./http/route.js";
import type { ExportsRoute } from "./routes/exports-route.js";
import type { Metrics } from "./routes/metrics.js";
import type { StaticFiles } from "./routes/static-files.js";

/** What the routes answer from. */
export interface Served {
  readonly data: CurrentData;
  readonly graphql: GraphqlService;
  readonly files: StaticFiles;
  readonly exports: ExportsRoute;
  readonly metrics: Metrics;
  /** Whether the server is about to stop. */
  readonly isStopping: () => boolean;
}

const READ: readonly Method[] = ["GET", "HEAD"];
const READ_OR_POST: readonly Method[] = [...READ, "POST"];

/** Every address there is: a new one is a new line. `/maps/*` is all that begins with `/maps/`. */
export function routes(served: Served): readonly Route[] {
  const { data, exports, files, graphql, metrics } = served;
  return [
    { path: "/", only: isBrowser, respond: (exchange) => page("explorer", files, exchange) },
    { path: "/", methods: READ, answer: () => redirectAnswer("/graphql") },
    { path: "/assets/*", respond: ({ request, response, pathname }) => files.respond(request, response, pathname) },
    { path: "/graphql", only: isBrowser, respond: (exchange) => page("playground", files, exchange) },
    {
      path: "/graphql",
      methods: READ_OR_POST,
      answer: (exchange) => data.use((newest) => graphqlAnswer(graphql, newest, exchange)),
    },
    {
      path: "/maps/*",
      methods: READ,
      answer: ({ request }) => data.use(({ maps }) => maps.answer(urlOf(request))),
    },
    {
      path: "/tiles/*",
      methods: READ,
      answer: ({ request }) => data.use(({ tiles }) => tiles.answer(urlOf(request), publicOrigin(request))),
    },
    ...["/ogc", "/ogc/*"].map((path) => ({
      path,
      methods: READ,
      answer: ({ request }: Exchange) => data.use(({ ogc }) => ogc.answer(urlOf(request), publicOrigin(request))),
    })),
    { path: "/exports/*", respond: (exchange) => data.use(({ version }) => exported(exchange, exports, version)) },
    { path: "/health/live", methods: READ, answer: () => jsonAnswer(200, { status: "ok" }) },
    { path: "/health/ready", methods: READ, answer: () => readiness(served) },
    { path: "/metrics", methods: READ, answer: () => metrics.answer() },
  ];
}

// A browser that follows a link is shown a page; a client that reads answers goes on to the next route.
function isBrowser({ method, headers }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html");
}

function page(name: string, files: StaticFiles, { request, response }: Exchange): boolean {
  return files.respondWithPage(request, response, name);
}

function urlOf({ url = "/" }: IncomingMessage): URL {
  return new URL(url, "http://server.invalid");
}

async function exported({ request, response }: Exchange, exports: ExportsRoute, dataVersion: string): Promise<boolean> {
  await exports.respond(request, response, { url: urlOf(request), dataVersion });
  return true;
}

function readiness({ data, isStopping }: Served): Answer {
  const status = isStopping() ? "stopping" : "ok";
  return jsonAnswer(isStopping() ? 503 : 200, { status, dataVersion: data.newest.version });
}
