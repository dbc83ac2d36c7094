import { BadInputError } from "@coterminous/overlap";
import type { Command } from "commander";
import type { Config } from "../config.js";
import { buildIfNeeded } from "../pipeline/build.js";
import { reportSkippedEditions } from "./build.js";
import { GEODATA_OPTION, type GeodataFlag, withGeodataDir } from "./geodata-option.js";
import { startProgress } from "./progress.js";

/** `start`: an edition of the user's own that cannot be built is told and left out, and the others are served. */
export function registerStart(commands: Command, defaults: Config): void {
  commands
    .command("start", { isDefault: true })
    .description(
      "build what is out of date, then serve (PORT, HOST, COTERMINOUS_STORE, COTERMINOUS_GEODATA and COTERMINOUS_PROCESSES in the environment)",
    )
    .option(...GEODATA_OPTION)
    .allowExcessArguments() // what is no command comes here, as this is the default one
    .action(async (flags: GeodataFlag, { args }: Command) => {
      const [unknown] = args;
      if (unknown !== undefined) {
        const known = commands.commands.map((command) => command.name()).join(", ");
        throw new BadInputError(`there is no command ${JSON.stringify(unknown)}; there are ${known}`);
      }
      const config = withGeodataDir(defaults, flags);
      // `npm start` has built and told it before.
      if (await buildIfNeeded({ ...config, startProgress })) reportSkippedEditions(config.storePath);
      const { serve } = await import("../server/main.js"); // the build, which comes first, does without it
      await serve(config);
    });
}
