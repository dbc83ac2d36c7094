#!/usr/bin/env node
import { writeFileSync } from "node:fs";
import { BadInputError } from "@coterminous/overlap";
import { Command } from "commander";
import { type Config, ConfigError, loadConfig } from "../config.js";
import { dissolveEdition } from "../edition/dissolve/dissolve-edition.js";
import { readRecipe } from "../edition/dissolve/recipe.js";
import { EditionError } from "../edition/validation-issue.js";
import { buildIfNeeded } from "../pipeline/build.js";
import { ClusterError, ListenError } from "../server/errors.js";
import { openStore } from "../store/open-store.js";
import { StoreError } from "../store/store.js";
import { registerBuild } from "./build.js";
import { registerDoctor } from "./doctor.js";
import { registerExport } from "./export.js";
import { registerImport } from "./import.js";
import { startProgress } from "./progress.js";
import { registerRatings } from "./ratings.js";
import { registerRemove } from "./remove.js";
import { registerStart } from "./start.js";

// What only some commands need is loaded by them: a second start is to take a moment.

/** Errors that a person can act on: their message is all there is to say. */
const EXPECTED_ERRORS = [EditionError, StoreError, ConfigError, BadInputError, ListenError, ClusterError];

function createProgram(config: Config): Command {
  const commands = new Command("coterminous").description("How health areas and councils fit together.");
  registerStart(commands, config);
  registerBuild(commands, config);
  registerDoctor(commands);
  registerImport(commands, config);
  registerRemove(commands, config);
  commands
    .command("compile")
    .description("make an edition from the boundaries and the table of small areas")
    .argument("<recipe>", "the recipe: geodata/recipes/stp-2017.json")
    .requiredOption("--from <folder>", "where the files are that the recipe names")
    .option("--to <folder>", "the edition's folder; geodata/<edition> when left out")
    .action((recipePath: string, { from, to }: { from: string; to?: string }) => {
      const recipe = readRecipe(recipePath);
      dissolveEdition(recipe, { folder: from, target: to ?? `${config.geodataFolder}/${recipe.manifest.id}` });
    });
  registerRatings(commands, config);
  registerExport(commands, config);
  commands
    .command("schema")
    .description("write the served schema to schema/schema.graphql")
    .action(async () => {
      const { schemaText, createSchema } = await import("../api/graphql/schema.js");
      writeFileSync(config.schemaPath, schemaText(await createSchema()));
    });
  commands
    .command("docs")
    .description("write docs/api.md from the schema and the examples, answered from the database")
    .action(async () => {
      await buildIfNeeded({ ...config, userGeodataDir: null, startProgress });
      const { generateApiDoc } = await import("./api-docs/generate-api-doc.js");
      const store = openStore(config.storePath);
      writeFileSync(config.apiDocPath, await generateApiDoc(store, config.operationsFolder));
      await store.close();
    });
  return commands;
}

try {
  await createProgram(loadConfig(process.env)).parseAsync();
} catch (error) {
  const isExpected = EXPECTED_ERRORS.some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
