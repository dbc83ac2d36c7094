import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { Config } from "../config.js";
import { buildIfNeeded } from "../pipeline/build.js";
import { openStore } from "../store/open-store.js";
import { startProgress } from "./progress.js";

/** Adds `docs`: the API's documentation, from the shipped editions alone. */
export function registerDocs(commands: Command, config: Config): void {
  commands
    .command("docs")
    .description("write docs/api.md from the schema and the examples, with real answers from the database")
    .action(async () => {
      await buildIfNeeded({ ...config, userGeodataDir: null, startProgress });
      const { generateApiDoc } = await import("./api-docs/generate-api-doc.js"); // only this command needs it
      const store = openStore(config.storePath);
      writeFileSync(config.apiDocPath, await generateApiDoc(store, config.operationsFolder));
      await store.close();
    });
}
