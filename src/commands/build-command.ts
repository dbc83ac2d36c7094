import type { Command } from "commander";
import { build, buildIfNeeded } from "../build/build.js";
import type { Config } from "../config.js";
import { leftOutEditions } from "../store/present-editions.js";
import { GEODATA_OPTION, type GeodataFlag, withOwnFolder } from "./own-folder.js";

interface Flags extends GeodataFlag {
  readonly ifNeeded?: boolean;
  readonly whole?: boolean;
}

/**
 * `build`. An edition of the user's own that cannot be built is told with all its problems and left out, and the command
 * ends with exit code 1; with --if-needed, which others run before they serve, with 0.
 */
export function addBuild(commands: Command, configured: Config): void {
  commands
    .command("build")
    .description("measure the editions that are new or have changed, and write the database")
    .option("--if-needed", "only when the database is missing or out of date")
    .option("--whole", "measure every edition anew")
    .option(...GEODATA_OPTION)
    .action(async ({ ifNeeded = false, whole = false, geodata }: Flags) => {
      const config = withOwnFolder(configured, geodata === undefined ? {} : { geodata });
      if (ifNeeded) await buildIfNeeded(config);
      else process.stdout.write(`data version ${await build({ ...config, isWhole: whole })}\n`);
      if (toldLeftOut(config.storePath) && !ifNeeded) process.exitCode = 1;
    });
}

/** Says which editions the database could not take in, with all their problems. Returns whether there are any. */
export function toldLeftOut(storePath: string): boolean {
  const leftOut = leftOutEditions(storePath);
  for (const { problems } of leftOut) process.stderr.write(`${problems}\n`);
  return leftOut.length > 0;
}
