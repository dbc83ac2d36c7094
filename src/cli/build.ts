import type { Command } from "commander";
import type { Config } from "../config.js";
import { build, buildIfNeeded } from "../pipeline/build.js";
import { readSkippedEditions } from "../store/existing-editions.js";
import { GEODATA_OPTION, type GeodataFlag, withGeodataDir } from "./geodata-option.js";
import { startProgress } from "./progress.js";

interface Flags extends GeodataFlag {
  readonly ifNeeded?: boolean;
  readonly whole?: boolean;
}

/**
 * Adds `build`. A user's edition that cannot be built is reported with all its problems and skipped, and the exit code is
 * 1; with --if-needed, which runs before serving, it is 0.
 */
export function registerBuild(commands: Command, defaults: Config): void {
  commands
    .command("build")
    .description("measure the editions that are new or have changed, and write the database")
    .option("--if-needed", "build only when the database is missing or out of date")
    .option("--whole", "measure every edition again")
    .option(...GEODATA_OPTION)
    .action(async ({ ifNeeded = false, whole = false, geodata }: Flags) => {
      const config = withGeodataDir(defaults, geodata === undefined ? {} : { geodata });
      if (ifNeeded) await buildIfNeeded({ ...config, startProgress });
      else process.stdout.write(`data version ${await build({ ...config, rebuildAll: whole, startProgress })}\n`);
      if (reportSkippedEditions(config.storePath) && !ifNeeded) process.exitCode = 1;
    });
}

/** Prints the problems of the editions that the build skipped. Returns whether there are any. */
export function reportSkippedEditions(storePath: string): boolean {
  const skipped = readSkippedEditions(storePath);
  for (const { problems } of skipped) process.stderr.write(`${problems}\n`);
  return skipped.length > 0;
}
