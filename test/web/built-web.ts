import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Builds the web pages as `npm run web` does, into a new temporary folder, and gives its path. Takes a few seconds. */
export async function builtWeb(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "coterminous-web-"));
  const vite = [
    "node_modules/vite/bin/vite.js",
    "build",
    "web",
    "--config",
    "web/vite.config.ts",
    "--logLevel",
    "warn",
  ];

  // The test runner's NODE_ENV would put React's development build in the page.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, [...vite, "--outDir", folder, "--emptyOutDir"], { env });
  return folder;
}
