import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtWeb } from "../web/built-web.js";
import { realStorePath } from "./real-store.js";

/**
 * Builds what most tests share, the real database and the web pages, once, and gives temporary folders a place of their
 * own, which is removed at the end.
 */
export async function setup(): Promise<() => void> {
  const web = builtWeb();
  realStorePath();
  await web;
  const temporary = mkdtempSync(join(tmpdir(), "coterminous-tests-"));
  process.env.TMPDIR = temporary;
  return () => rmSync(temporary, { recursive: true, force: true });
}
