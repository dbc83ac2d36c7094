import type { Config } from "../config.js";
import { openStore } from "../store/open-store.js";
import { type Coordinator, SINGLE_PROCESS } from "./cluster/coordinator.js";
import { logLine } from "./log.js";
import { type RunningServer, startServer } from "./server.js";

const WARM_MAPS_AFTER_MS = 5_000; // a first page is drawn by then

/** Serves a built file in this process. */
export function startServerFromConfig(
  { storePath, tileCacheDir, webFolder, exportsFolder, port, host }: Config,
  coordinator: Coordinator = SINGLE_PROCESS,
): Promise<RunningServer> {
  return startServer({
    store: openStore(storePath),
    storePath,
    tileCacheDir,
    webFolder,
    exportsFolder,
    warmAfterMs: WARM_MAPS_AFTER_MS,
    coordinator,
    port,
    host,
    log: (message, error) => console.error(logLine(message, error)),
  });
}
