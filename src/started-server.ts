import type { Config } from "./config.js";
import { logLine } from "./server/log.js";
import { NO_PEERS, type Peers } from "./server/peers.js";
import { type RunningServer, startServer } from "./server/server.js";
import { openStore } from "./store/open-store.js";

const WARM_MAPS_AFTER_MS = 5_000; // a first page is drawn by then

/** Serves a built file in this process. */
export function startedServer(
  { storePath, zoomsFolder, webFolder, exportsFolder, port, host }: Config,
  peers: Peers = NO_PEERS,
): Promise<RunningServer> {
  return startServer({
    store: openStore(storePath),
    storePath,
    zoomsFolder,
    webFolder,
    exportsFolder,
    warmMapsAfterMs: WARM_MAPS_AFTER_MS,
    peers,
    port,
    host,
    log: (message, error) => console.error(logLine(message, error)),
  });
}
