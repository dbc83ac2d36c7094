import type { IncomingMessage } from "node:http";
import type { DatasetSnapshot } from "./dataset/dataset-snapshot.js";
import type { LiveDataset } from "./dataset/live-dataset.js";
import type { GraphqlService } from "./graphql/graphql-service.js";
import { handleGraphql } from "./graphql/handler.js";
import { forwardedOrigin } from "./http/forwarded-origin.js";
import { type HttpResponse, jsonResponse, redirectResponse } from "./http/response.js";
import { BASE_URL, type Method, type RequestContext, type ResponseRoute, type Route } from "./http/router.js";
import type { ExportsRoute } from "./routes/exports.js";
import type { Metrics } from "./routes/metrics.js";
import type { Pages } from "./routes/pages.js";

/** What the routes answer from. */
export interface RoutesOptions {
  readonly data: LiveDataset;
  readonly graphql: GraphqlService;
  readonly pages: Pages;
  readonly exports: ExportsRoute;
  readonly metrics: Metrics;
  readonly isStopping: () => boolean;
}

const READ: readonly Method[] = ["GET", "HEAD"];
const READ_OR_POST: readonly Method[] = [...READ, "POST"];

/** Every address of the server: a new one is a new line. */
export function routes(options: RoutesOptions): readonly Route[] {
  const { data, exports, graphql, metrics, pages } = options;

  /** A route that answers from the current data, by the request's URL and the origin that clients use. */
  const dataRoute = (
    path: string,
    handle: (snapshot: DatasetSnapshot, url: URL, origin: () => string) => Promise<HttpResponse>,
  ): ResponseRoute => ({
    path,
    methods: READ,
    handle: ({ request }) =>
      data.withSnapshot((snapshot) => handle(snapshot, urlOf(request), () => forwardedOrigin(request))),
  });
  return [
    { path: "/", methods: READ, matches: isBrowser, handle: () => pages.page("explorer") },
    { path: "/", methods: READ, handle: () => redirectResponse("/graphql") },
    { path: "/assets/*", methods: READ, handle: ({ pathname }) => pages.asset(pathname) },
    { path: "/graphql", methods: READ, matches: isBrowser, handle: () => pages.page("playground") },
    {
      path: "/graphql",
      methods: READ_OR_POST,
      handle: (context) => data.withSnapshot((snapshot) => handleGraphql(graphql, snapshot, context)),
    },
    dataRoute("/maps/*", ({ maps }, url) => maps.handle(url)),
    dataRoute("/tiles/*", ({ tiles }, url, origin) => tiles.handle(url, origin())),
    dataRoute("/ogc", ({ ogc }, url, origin) => ogc.handle(url, origin())),
    dataRoute("/ogc/*", ({ ogc }, url, origin) => ogc.handle(url, origin())),
    {
      path: "/exports/*",
      methods: READ,
      respond: ({ request, response }: RequestContext) =>
        data.withSnapshot(({ version }) =>
          exports.respond(request, response, { url: urlOf(request), dataVersion: version }),
        ),
    },
    { path: "/health/live", methods: READ, handle: () => jsonResponse(200, { status: "ok" }) },
    { path: "/health/ready", methods: READ, handle: () => readiness(options) },
    { path: "/metrics", methods: READ, handle: () => metrics.handle() },
  ];
}

// A browser that follows a link gets a page; other clients go on to the next route.
function isBrowser({ method, headers }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html");
}

function urlOf({ url = "/" }: IncomingMessage): URL {
  return new URL(url, BASE_URL);
}

function readiness({ data, isStopping }: RoutesOptions): HttpResponse {
  const status = isStopping() ? "stopping" : "ok";
  return jsonResponse(isStopping() ? 503 : 200, { status, dataVersion: data.current.version });
}
