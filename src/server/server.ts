import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApolloServer } from "@apollo/server";
import type { Context } from "../graphql/world.js";
import type { Store } from "../store/store.js";
import { startedApollo } from "./apollo.js";
import type { LogError } from "./graphql-errors.js";
import { handleGraphql } from "./graphql-handler.js";
import { keptTopologies } from "./kept-topologies.js";
import { type MapsRoute, mapsRoute } from "./maps-route.js";
import { sendJson, sendProblem } from "./send.js";
import { openStaticFiles, type StaticFiles } from "./static-files.js";
import { storedContext } from "./stored-context.js";
import { type TilesRoute, tilesRoute } from "./tiles-route.js";

/** What a server needs. */
export interface ServerOptions {
  readonly store: Store;
  readonly webFolder: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly host: string;
  readonly log: LogError;
}

/** A server that is listening. */
export interface RunningServer {
  /** Where it listens, without a path: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Stops taking requests, finishes those under way, closes the store. */
  stop(): Promise<void>;
}

interface Serving {
  readonly apollo: ApolloServer<Context>;
  readonly context: Context;
  readonly files: StaticFiles;
  readonly maps: MapsRoute;
  readonly tiles: TilesRoute;
}

/** Loads the facts of a store and serves them until stopped. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { webFolder, port, host, log } = options;
  const store = keptTopologies(options.store);
  const context = await storedContext(store);
  const serving: Serving = {
    apollo: await startedApollo(log),
    context,
    files: openStaticFiles(webFolder),
    maps: mapsRoute(context.world, store),
    tiles: tilesRoute(context.world, store),
  };
  const server = createServer((request, response) => {
    respond(serving, request, response).catch((error: unknown) => {
      log(`${request.method} ${request.url} failed`, error);
      if (!response.headersSent) {
        sendProblem(response, 500, {
          title: "Internal error",
          detail: "The fault is the server's own and has been noted.",
        });
      } else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await closed;
      await serving.apollo.stop();
      await store.close();
    },
  };
}

async function respond(
  { apollo, context, files, maps, tiles }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://server.invalid");
  response.setHeader("Access-Control-Allow-Origin", "*");
  if (request.method === "OPTIONS") {
    response.writeHead(204, {
      "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "content-type",
      "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
      "Access-Control-Max-Age": "86400",
    });
    response.end();
    return;
  }
  if (files.respond(request, response, url.pathname)) return;
  if (url.pathname.startsWith("/maps/")) return maps.respond(request, response, url);
  if (url.pathname.startsWith("/tiles/")) return tiles.respond(request, response, url);
  switch (url.pathname) {
    case "/":
      if (wantsPage(request) && files.respondWithPage(request, response, "explorer")) return;
      response.writeHead(303, { Location: "/graphql" }).end();
      return;
    case "/graphql":
      if (wantsPage(request) && files.respondWithPage(request, response, "playground")) return;
      await handleGraphql(apollo, () => context, { request, response, url });
      return;
    case "/health/live":
    case "/health/ready":
      sendJson(response, 200, { status: "ok", dataVersion: context.world.dataVersion });
      return;
    default:
      sendProblem(response, 404, { title: "Not found", detail: "There are / and /graphql." });
  }
}

/** Whether it is a browser that shows a page, and not a client that reads an answer. */
function wantsPage({ method, headers }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html");
}
