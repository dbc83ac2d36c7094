import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileProgram } from "../../scripts/prepare.js";
import { builtWeb } from "../web/built-web.js";

/**
 * Compiles the program, which is what tests run, and gives temporary folders a place of their own, which is removed at
 * the end; under `npm test` builds what most files share, the real database and the web pages, so that no two of them
 * do. A single file builds what it asks for.
 */
export async function setup(): Promise<() => void> {
  await compileProgram();
  if (process.env.npm_lifecycle_event === "test") {
    const web = builtWeb();
    const { realStorePath } = await import("./real-store.js"); // it imports the program
    realStorePath();
    await web;
  }
  const temporary = mkdtempSync(join(tmpdir(), "coterminous-tests-"));
  process.env.TMPDIR = temporary;
  return () => rmSync(temporary, { recursive: true, force: true });
}
