import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MADE = "COTERMINOUS_TESTS_TMPDIR";

/** Gives temporary folders a place of their own, removed at the end; once, however many projects run. */
export function setup(): (() => void) | undefined {
  if (process.env[MADE] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "coterminous-tests-"));
  process.env[MADE] = folder;
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
