import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { buildIfNeeded } from "./build/build.js";
import { addBuild } from "./commands/build-command.js";
import { addDoctor } from "./commands/doctor-command.js";
import { addExport } from "./commands/export-command.js";
import { addImport } from "./commands/import-command.js";
import { addRatings } from "./commands/ratings-command.js";
import { addRemove } from "./commands/remove-command.js";
import { addStart } from "./commands/start-command.js";
import { type Config, ConfigError, configFrom } from "./config.js";
import { compileEdition } from "./geodata/compile/compile-edition.js";
import { readRecipe } from "./geodata/compile/recipe.js";
import { EditionError } from "./geodata/problem.js";
import { BadInputError } from "./model/bad-input-error.js";
import { ProcessesError } from "./processes/processes-error.js";
import { ListenError } from "./server/http/listen-error.js";
import { openStore } from "./store/open-store.js";
import { StoreError } from "./store/store.js";

// What only some commands need is loaded by them: a second start is to take a moment.

/** Errors that a person can act on: their message is all there is to say. */
const EXPECTED_ERRORS = [EditionError, StoreError, ConfigError, BadInputError, ListenError, ProcessesError];

function program(config: Config): Command {
  const commands = new Command("coterminous").description("How health areas and councils fit together.");
  addStart(commands, config);
  addBuild(commands, config);
  addDoctor(commands);
  addImport(commands, config);
  addRemove(commands, config);
  commands
    .command("compile")
    .description("make an edition from the boundaries and the table of small areas")
    .argument("<recipe>", "the recipe: geodata/recipes/stp-2017.json")
    .requiredOption("--from <folder>", "where the files are that the recipe names")
    .option("--to <folder>", "the edition's folder; geodata/<edition> when left out")
    .action((recipePath: string, { from, to }: { from: string; to?: string }) => {
      const recipe = readRecipe(recipePath);
      compileEdition(recipe, { folder: from, target: to ?? `${config.geodataFolder}/${recipe.manifest.id}` });
    });
  addRatings(commands, config);
  addExport(commands, config);
  commands
    .command("schema")
    .description("write the served schema to schema/schema.graphql")
    .action(async () => {
      const { schemaText, servedSchema } = await import("./graphql/schema.js");
      writeFileSync(config.schemaPath, schemaText(await servedSchema()));
    });
  commands
    .command("docs")
    .description("write docs/api.md from the schema and the examples, answered from the database")
    .action(async () => {
      await buildIfNeeded({ ...config, ownFolder: null });
      const { realApiDoc } = await import("./docs/real-api-doc.js");
      const store = openStore(config.storePath);
      writeFileSync(config.apiDocPath, await realApiDoc(store, config.operationsFolder));
      await store.close();
    });
  return commands;
}

try {
  await program(configFrom(process.env)).parseAsync();
} catch (error) {
  const isExpected = EXPECTED_ERRORS.some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
