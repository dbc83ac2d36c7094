import type { TestProject } from "vitest/node";
import { compileProgram } from "../../tools/bootstrap.js";
import { buildWeb } from "./build-web.js";

/**
 * Compiles the program. Under `npm test` it also builds what most files share, the real database and the pages, so that
 * no two files do; a single file builds what it needs.
 */
export async function setup({ name }: TestProject): Promise<void> {
  await compileProgram();
  if (process.env.npm_lifecycle_event !== "test") return;
  const web = name === "browser" ? buildWeb() : null;
  const { realStorePath } = await import("./real-store.js"); // imports the compiled program
  realStorePath();
  await web;
}
