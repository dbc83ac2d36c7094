import type { Config } from "../config.js";

/** Serves a built file, in one process or several, says where, and stops cleanly when asked to. */
export async function serve(config: Config): Promise<void> {
  // What only one of the two needs is not loaded for the other.
  const { address, stop } =
    config.processCount === 1
      ? await (await import("./start-from-config.js")).startServerFromConfig(config)
      : await (await import("./cluster/primary.js")).startCluster(config);
  process.stdout.write(
    [
      "Coterminous is serving.",
      `  Explorer     ${address}/`,
      `  Playground   ${address}/graphql`,
      `  GraphQL API  ${address}/graphql (POST, or GET with ?query=)`,
      `  Maps         ${address}/maps/stp-2017/footprints.geojson and others: docs/maps.md`,
      "Stop it with Ctrl-C.",
      "",
    ].join("\n"),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().then(() => process.exit()));
  }
}
