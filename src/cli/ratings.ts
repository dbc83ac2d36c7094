import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { type Config, shellCommand } from "../config.js";
import { loadRatings } from "../edition/load-ratings.js";
import { parseEditionId } from "../model/code.js";
import { GEODATA_OPTION, type GeodataFlag, withGeodataDir } from "./geodata-option.js";

/** Adds `ratings`: loads a table of ratings into a user's edition or a shipped one. */
export function registerRatings(commands: Command, defaults: Config): void {
  commands
    .command("ratings")
    .description(`load a table of ratings into an edition; \`${shellCommand("start")}\` then builds it in`)
    .argument("<edition>", "the edition: stp-2017")
    .argument("<file>", "a CSV file with the columns footprint (code or name), measure, rating, source")
    .option(...GEODATA_OPTION)
    .action((edition: string, file: string, flags: GeodataFlag) => {
      const { userGeodataDir, geodataFolder } = withGeodataDir(defaults, flags);
      const id = parseEditionId(edition);
      const isUserEdition = userGeodataDir !== null && existsSync(join(userGeodataDir, id));
      const { added, replaced, kept } = loadRatings(join(isUserEdition ? userGeodataDir : geodataFolder, id), file);
      process.stdout.write(`${added} ratings added, ${replaced} replaced, ${kept} kept\n`);
    });
}
