import type { Config } from "../config.js";
import { openStore } from "../store/open-store.js";
import type { PrimaryLink } from "./cluster/primary-link.js";
import { logLine } from "./log.js";
import { WARM_AFTER_MS } from "./routes/warm-cache.js";
import type { RunningServer } from "./server.js";

/** Serves a built file in one process or several, prints the addresses, and stops cleanly on SIGINT and SIGTERM. */
export async function serve(config: Config): Promise<void> {
  const { address, stop } =
    config.processCount === 1
      ? await startServerFromConfig(config)
      : await (await import("./cluster/primary.js")).startCluster(config);
  process.stdout.write(
    [
      "Coterminous is serving.",
      `  Explorer     ${address}/`,
      `  Playground   ${address}/graphql`,
      `  GraphQL API  ${address}/graphql (POST, or GET with ?query=)`,
      `  Maps         ${address}/maps/stp-2017/footprints.geojson and others: docs/maps.md`,
      `  Database     ${config.storePath}`,
      ...(config.userGeodataDir === null ? [] : [`  Your data    ${config.userGeodataDir}`]),
      "Stop it with Ctrl-C.",
      "",
    ].join("\n"),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().then(() => process.exit()));
  }
}

/** Serves a built file in this process. @param primary the process that started this one as one of several */
export async function startServerFromConfig(
  { storePath, tileCacheDir, webFolder, exportsFolder, port, host }: Config,
  primary?: PrimaryLink,
): Promise<RunningServer> {
  const { startServer } = await import("./server.js"); // the primary of a cluster does without Apollo and the rest
  return startServer({
    store: openStore(storePath),
    storePath,
    tileCacheDir,
    webFolder,
    exportsFolder,
    warmAfterMs: primary === undefined ? WARM_AFTER_MS : undefined, // else the primary says when
    primary,
    port,
    host,
    log: (message, error) => console.error(logLine(message, error)),
  });
}
