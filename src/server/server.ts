import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { codeVersion } from "../build-info.js";
import type { Store } from "../store/store.js";
import type { PrimaryLink } from "./cluster/primary-link.js";
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
  /** The data to serve first; the server closes it. */
  readonly store: Store;
  /** The built file of the store: a newer file renamed to this path is served instead within a second. */
  readonly storePath?: string;
  /** The folder where tile pyramids are cached between starts; in memory only when left out. */
  readonly tileCacheDir?: string;
  readonly webFolder: string;
  /** The folder of exported tiles, which may be missing; no exports are served when left out. */
  readonly exportsFolder?: string;
  /** Delay after which the server warms its caches; never when left out. */
  readonly warmAfterMs?: number | undefined;
  /** The process that started this one to serve with others; left out in a single process. */
  readonly primary?: PrimaryLink | undefined;
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  readonly log: LogError;
}

/** A server that is listening. */
export interface RunningServer {
  /** The URL without a path: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Prepares large maps and tile pyramids before the first request for them. */
  warm(): Promise<void>;
  /** Accepts no more requests, finishes those under way, closes the data. */
  stop(): Promise<void>;
}

// A slow client occupies a socket only, and for a limited time.
const TIMES_MS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};
// Time for requests under way to finish when the server stops.
const STOP_WITHIN_MS = 10_000;
const SWEEP_EVERY_MS = 20;

/**
 * Loads the facts of a store and serves them until it is stopped.
 *
 * @throws {ListenError} when it cannot listen on the port; the store is then closed
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, storePath, tileCacheDir, webFolder, exportsFolder, warmAfterMs, primary, port, host, log } = options;
  const pyramid = { cacheDir: tileCacheDir, buildFile: primary?.buildPyramidFile };
  const data = await openLiveDataset({ store, storePath, pyramid, log });
  const graphql = await startGraphql(codeVersion(), log);
  const requestMetrics = metrics(data, primary);
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

  const warm = () =>
    data
      .withSnapshot(async ({ maps, pyramid, context }) => {
        const editionIds = [...context.catalog.editions.keys()];
        await warmCache(maps, context.catalog.editions, () => isStopping);
        if (!isStopping) await pyramid.buildAll(editionIds);
      })
      .catch((error: unknown) => log("could not prepare large maps and tiles", error));
  const server = createServer(TIMES_MS, (request, response) => {
    respond(request, response).catch((error: unknown) => fail(request, response, { error, log }));
  });
  handleClientErrors(server);
  const address = await listen(server, { port, host }).catch(async (error: unknown) => {
    await graphql.apollo.stop();
    await data.close();
    throw error;
  });
  const warming = warmAfterMs === undefined ? undefined : setTimeout(() => void warm(), warmAfterMs).unref();
  return {
    address,
    warm,
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
  if (request.destroyed && !request.complete) return; // the client disconnected
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
  // Responses that began before have no "Connection: close"; their connections become idle.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
  const cut = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
  await done;
  clearInterval(sweep);
  clearTimeout(cut);
}
