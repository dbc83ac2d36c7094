#!/usr/bin/env node
import { BadInputError } from "@coterminous/overlap";
import { Command } from "commander";
import { type Config, ConfigError, loadConfig } from "../config.js";
import { EditionError } from "../edition/validation-issue.js";
import { ClusterError, ListenError } from "../server/errors.js";
import { StoreError } from "../store/store.js";
import { registerBuild } from "./build.js";
import { registerCompile } from "./compile.js";
import { registerDocs } from "./docs.js";
import { registerDoctor } from "./doctor.js";
import { registerExport } from "./export.js";
import { registerImport } from "./import.js";
import { registerRatings } from "./ratings.js";
import { registerRemove } from "./remove.js";
import { registerSchema } from "./schema.js";
import { registerStart } from "./start.js";

/** Errors that the user can act on: only their message is printed, without a stack. */
const EXPECTED_ERRORS = [EditionError, StoreError, ConfigError, BadInputError, ListenError, ClusterError];

// Commands import what only they need when they run, so that `npm start` starts fast.
function createProgram(config: Config): Command {
  const commands = new Command("coterminous").description("How health areas and councils fit together.");
  registerStart(commands, config);
  registerBuild(commands, config);
  registerDoctor(commands);
  registerImport(commands, config);
  registerRemove(commands, config);
  registerCompile(commands, config);
  registerRatings(commands, config);
  registerExport(commands, config);
  registerSchema(commands, config);
  registerDocs(commands, config);
  return commands;
}

try {
  await createProgram(loadConfig(process.env)).parseAsync();
} catch (error) {
  const isExpected = EXPECTED_ERRORS.some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
