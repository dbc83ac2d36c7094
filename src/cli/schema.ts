import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { Config } from "../config.js";

/** Adds `schema`: the GraphQL schema as a file of the repository. */
export function registerSchema(commands: Command, config: Config): void {
  commands
    .command("schema")
    .description("write the GraphQL schema to schema/schema.graphql")
    .action(async () => {
      const { schemaText, createSchema } = await import("../api/graphql/schema.js"); // only this command needs it
      writeFileSync(config.schemaPath, schemaText(await createSchema()));
    });
}
