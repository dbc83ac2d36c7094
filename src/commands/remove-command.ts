import type { Command } from "commander";
import { build } from "../build/build.js";
import { removeEdition } from "../build/remove-edition.js";
import type { Config } from "../config.js";
import { toldLeftOut } from "./build-command.js";
import { GEODATA_OPTION, type GeodataFlag, withOwnFolder } from "./own-folder.js";

/** `remove`: takes an edition of the user's own away, from its folder and from what is served. */
export function addRemove(commands: Command, configured: Config): void {
  commands
    .command("remove")
    .description("take away an edition of your own, its files and what is served of it; the others stay as they are")
    .argument("<edition>", "the edition: police-2024")
    .option(...GEODATA_OPTION)
    .action(async (edition: string, flags: GeodataFlag) => {
      const config = withOwnFolder(configured, flags);
      const folder = removeEdition(edition, config);
      process.stdout.write(`${folder} is removed; data version ${await build(config)}\n`);
      toldLeftOut(config.storePath);
    });
}
