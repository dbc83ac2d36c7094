import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { codeVersion } from "../build-info.js";
import type { Store } from "../store/store.js";
import { type Coordinator, SINGLE_PROCESS } from "./cluster/coordinator.js";
import { openLiveDataset } from "./dataset/live-dataset.js";
import { ListenError } from "./errors.js";
import { startGraphql } from "./graphql/graphql-service.js";
import { handleClientErrors } from "./http/client-error.js";
import { problemResponse } from "./http/response.js";
import { router } from "./http/router.js";
import { sendPreflight, sendResponse } from "./http/send-response.js";
import type { LogError } from "./log.js";
import { exportsRoute } from "./routes/exports.js";
import { metrics } from "./routes/metrics.js";
import { openPages } from "./routes/pages.js";
import { warmCache } from "./routes/warm-cache.js";
import { routes } from "./routes.js";

/** What a server needs. */
export interface ServerOptions {
  /** What is served at first; the server closes it. */
  readonly store: Store;
  /** The built file that it was opened from: a newer one put there by renaming is soon served instead. */
  readonly storePath?: string;
  /** Where drawings for tiles are kept from one start to the next; only in memory when left out. */
  readonly tileCacheDir?: string;
  readonly webFolder: string;
  /** The folder of exported tiles, which may not be there; none are served when left out. */
  readonly exportsFolder?: string;
  /** How long after it began to listen the server makes large maps and draws for tiles, unasked; never when left out. */
  readonly warmAfterMs?: number;
  /** The other processes that serve the same; there are none when left out. */
  readonly coordinator?: Coordinator;
  /** 0 for any free one. */
  readonly port: number;
  readonly host: string;
  readonly log: LogError;
}

/** A server that is listening. */
export interface RunningServer {
  /** Where it listens, without a path: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Stops taking requests, finishes those under way, closes the data. */
  stop(): Promise<void>;
}

// A client that sends slowly holds a socket and nothing else, and not for long.
const TIMES_MS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};
// Requests under way when the server is told to stop have so long.
const STOP_WITHIN_MS = 10_000;
const SWEEP_EVERY_MS = 20;

/**
 * Loads the facts of a store and serves them until stopped.
 *
 * @throws {ListenError} when something listens there already, or nothing can; the store is closed then
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, storePath, tileCacheDir, webFolder, exportsFolder, warmAfterMs, port, host, log } = options;
  const { coordinator = SINGLE_PROCESS } = options;
  const { exclusive } = coordinator;
  const data = await openLiveDataset({ store, storePath, pyramid: { cacheDir: tileCacheDir, exclusive }, log });
  const graphql = await startGraphql(codeVersion(), log);
  const requestMetrics = metrics(data, coordinator);
  let isStopping = false;
  const [pages, exports] = [openPages(webFolder), exportsRoute(exportsFolder)];
  const served = { data, graphql, pages, exports, metrics: requestMetrics, isStopping: () => isStopping };
  const route = router(routes(served));

  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const startedMs = performance.now();
    if (isStopping) response.setHeader("Connection", "close");
    if (request.method === "OPTIONS") {
      sendPreflight(request, response);
      return;
    }
    const path = await route(request, response);
    requestMetrics.observe({ path, status: response.statusCode, seconds: (performance.now() - startedMs) / 1_000 });
  };

  const warm = () => {
    data
      .withSnapshot(async ({ maps, pyramid, context }) => {
        const editionIds = [...context.catalog.editions.keys()];
        await warmCache(maps, context.catalog.editions, { shouldStop: () => isStopping, exclusive });
        if (!isStopping) await pyramid.buildAll(editionIds);
      })
      .catch((error: unknown) => log("large maps could not be made beforehand", error));
  };
  const server = createServer(TIMES_MS, (request, response) => {
    respond(request, response).catch((error: unknown) => fail(request, response, { error, log }));
  });
  handleClientErrors(server);
  const address = await listen(server, { port, host }).catch(async (error: unknown) => {
    await graphql.apollo.stop();
    await data.close();
    throw error;
  });
  const warming = warmAfterMs === undefined ? undefined : setTimeout(warm, warmAfterMs).unref();
  return {
    address,
    stop: async () => {
      isStopping = true;
      clearTimeout(warming);
      await closeServer(server);
      await graphql.apollo.stop();
      await data.close();
    },
  };
}

function fail(
  request: IncomingMessage,
  response: ServerResponse,
  { error, log }: { readonly error: unknown; readonly log: LogError },
): void {
  if (request.destroyed && !request.complete) return; // the client went away
  log(`${request.method} ${request.url} failed`, error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const detail = "Internal server error. It has been logged.";
  sendResponse(request, response, problemResponse(500, { title: "Internal server error", detail })).catch(() =>
    response.destroy(),
  );
}

async function listen(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new ListenError(host, port, cause)));
    server.listen(port, host, resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`;
}

async function closeServer(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // What was asked before is answered without "Connection: close", and its connection is idle then.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
  const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
  await done;
  clearInterval(sweep);
  clearTimeout(cut);
}
