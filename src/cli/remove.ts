import type { Command } from "commander";
import type { Config } from "../config.js";
import { build } from "../pipeline/build.js";
import { removeEdition } from "../pipeline/remove-edition.js";
import { reportSkippedEditions } from "./build.js";
import { GEODATA_OPTION, type GeodataFlag, withGeodataDir } from "./geodata-option.js";
import { startProgress } from "./progress.js";

/** Adds `remove`: deletes a user's edition and its data in the database. */
export function registerRemove(commands: Command, defaults: Config): void {
  commands
    .command("remove")
    .description("delete one of your editions: its files and its data in the database")
    .argument("<edition>", "the edition: police-2024")
    .option(...GEODATA_OPTION)
    .action(async (edition: string, flags: GeodataFlag) => {
      const config = withGeodataDir(defaults, flags);
      const folder = removeEdition(edition, config);
      process.stdout.write(`${folder} is removed; data version ${await build({ ...config, startProgress })}\n`);
      reportSkippedEditions(config.storePath);
    });
}
