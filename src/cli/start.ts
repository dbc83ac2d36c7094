import { BadInputError } from "@coterminous/overlap";
import type { Command } from "commander";
import type { Config } from "../config.js";
import { buildIfNeeded } from "../pipeline/build.js";
import { reportSkippedEditions } from "./build.js";
import { GEODATA_OPTION, type GeodataFlag, withGeodataDir } from "./geodata-option.js";
import { startProgress } from "./progress.js";

/** `start`: a user edition that cannot be built is reported and skipped, and the others are served. */
export function registerStart(commands: Command, defaults: Config): void {
  commands
    .command("start", { isDefault: true })
    .description(
      "build what is out of date, then serve; environment: PORT, HOST and the COTERMINOUS_ settings of docs/settings.md",
    )
    .option(...GEODATA_OPTION)
    .allowExcessArguments() // an unknown command comes here, as this is the default one
    .action(async (flags: GeodataFlag, { args }: Command) => {
      const [unknown] = args;
      if (unknown !== undefined) {
        const names = commands.commands.map((command) => command.name()).join(", ");
        throw new BadInputError(`there is no command ${JSON.stringify(unknown)}; there are ${names}`);
      }
      const config = withGeodataDir(defaults, flags);
      // Under `npm start` the build may have run already, and reported them.
      if (await buildIfNeeded({ ...config, startProgress })) reportSkippedEditions(config.storePath);
      const { serve } = await import("../server/main.js"); // the build comes first and does without it
      await serve(config);
    });
}
