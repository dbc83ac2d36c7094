import type { Command } from "commander";
import type { Config } from "../config.js";
import { build, buildIfNeeded } from "../pipeline/build.js";
import { skippedEditions } from "../store/existing-editions.js";
import { GEODATA_OPTION, type GeodataFlag, withGeodataDir } from "./geodata-option.js";
import { startProgress } from "./progress.js";

interface Flags extends GeodataFlag {
  readonly ifNeeded?: boolean;
  readonly whole?: boolean;
}

/**
 * `build`. An edition of the user's own that cannot be built is told with all its problems and left out, and the command
 * ends with exit code 1; with --if-needed, which others run before they serve, with 0.
 */
export function registerBuild(commands: Command, defaults: Config): void {
  commands
    .command("build")
    .description("measure the editions that are new or have changed, and write the database")
    .option("--if-needed", "only when the database is missing or out of date")
    .option("--whole", "measure every edition anew")
    .option(...GEODATA_OPTION)
    .action(async ({ ifNeeded = false, whole = false, geodata }: Flags) => {
      const config = withGeodataDir(defaults, geodata === undefined ? {} : { geodata });
      if (ifNeeded) await buildIfNeeded({ ...config, startProgress });
      else process.stdout.write(`data version ${await build({ ...config, rebuildAll: whole, startProgress })}\n`);
      if (reportSkippedEditions(config.storePath) && !ifNeeded) process.exitCode = 1;
    });
}

/** Says which editions the database could not take in, with all their problems. Returns whether there are any. */
export function reportSkippedEditions(storePath: string): boolean {
  const skipped = skippedEditions(storePath);
  for (const { problems } of skipped) process.stderr.write(`${problems}\n`);
  return skipped.length > 0;
}
