import type { IncomingMessage } from "node:http";
import type { LiveDataset } from "./dataset/live-dataset.js";
import type { GraphqlService } from "./graphql/graphql-service.js";
import { handleGraphql } from "./graphql/handler.js";
import { forwardedOrigin } from "./http/forwarded-origin.js";
import { type HttpResponse, jsonResponse, redirectResponse } from "./http/response.js";
import type { Method, RequestContext, Route } from "./http/router.js";
import type { ExportsRoute } from "./routes/exports.js";
import type { Metrics } from "./routes/metrics.js";
import type { StaticFiles } from "./routes/pages.js";

/** What the routes answer from. */
export interface RoutesOptions {
  readonly data: LiveDataset;
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
export function routes(served: RoutesOptions): readonly Route[] {
  const { data, exports, files, graphql, metrics } = served;
  return [
    { path: "/", matches: isBrowser, respond: (context) => servePage("explorer", files, context) },
    { path: "/", methods: READ, handle: () => redirectResponse("/graphql") },
    { path: "/assets/*", respond: ({ request, response, pathname }) => files.respond(request, response, pathname) },
    { path: "/graphql", matches: isBrowser, respond: (context) => servePage("playground", files, context) },
    {
      path: "/graphql",
      methods: READ_OR_POST,
      handle: (context) => data.withSnapshot((snapshot) => handleGraphql(graphql, snapshot, context)),
    },
    {
      path: "/maps/*",
      methods: READ,
      handle: ({ request }) => data.withSnapshot(({ maps }) => maps.handle(urlOf(request))),
    },
    {
      path: "/tiles/*",
      methods: READ,
      handle: ({ request }) => data.withSnapshot(({ tiles }) => tiles.handle(urlOf(request), forwardedOrigin(request))),
    },
    ...["/ogc", "/ogc/*"].map((path) => ({
      path,
      methods: READ,
      handle: ({ request }: RequestContext) =>
        data.withSnapshot(({ ogc }) => ogc.handle(urlOf(request), forwardedOrigin(request))),
    })),
    {
      path: "/exports/*",
      respond: (context) => data.withSnapshot(({ version }) => serveExport(context, exports, version)),
    },
    { path: "/health/live", methods: READ, handle: () => jsonResponse(200, { status: "ok" }) },
    { path: "/health/ready", methods: READ, handle: () => readiness(served) },
    { path: "/metrics", methods: READ, handle: () => metrics.handle() },
  ];
}

// A browser that follows a link is shown a page; a client that reads answers goes on to the next route.
function isBrowser({ method, headers }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html");
}

function servePage(name: string, files: StaticFiles, { request, response }: RequestContext): boolean {
  return files.respondWithPage(request, response, name);
}

function urlOf({ url = "/" }: IncomingMessage): URL {
  return new URL(url, "http://server.invalid");
}

async function serveExport(
  { request, response }: RequestContext,
  exports: ExportsRoute,
  dataVersion: string,
): Promise<boolean> {
  await exports.respond(request, response, { url: urlOf(request), dataVersion });
  return true;
}

function readiness({ data, isStopping }: RoutesOptions): HttpResponse {
  const status = isStopping() ? "stopping" : "ok";
  return jsonResponse(isStopping() ? 503 : 200, { status, dataVersion: data.current.version });
}
