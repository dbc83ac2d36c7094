import type { Config } from "./config.js";
import { logLine } from "./server/log.js";
import { type RunningServer, startServer } from "./server/server.js";
import { openStore } from "./store/open-store.js";

const WARM_MAPS_AFTER_MS = 5_000; // a first page is drawn by then

/** Serves a built file, says where, and stops cleanly when asked to. */
export async function serve({
  storePath,
  zoomsFolder,
  webFolder,
  exportsFolder,
  port,
  host,
}: Config): Promise<RunningServer> {
  const server = await startServer({
    store: openStore(storePath),
    storePath,
    zoomsFolder,
    webFolder,
    exportsFolder,
    warmMapsAfterMs: WARM_MAPS_AFTER_MS,
    port,
    host,
    log: (message, error) => console.error(logLine(message, error)),
  });
  process.stdout.write(
    [
      "Coterminous is serving.",
      `  Explorer     ${server.address}/`,
      `  Playground   ${server.address}/graphql`,
      `  GraphQL API  ${server.address}/graphql (POST, or GET with ?query=)`,
      `  Maps         ${server.address}/maps/stp-2017/footprints.geojson and others: docs/maps.md`,
      "Stop it with Ctrl-C.",
      "",
    ].join("\n"),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  return server;
}
