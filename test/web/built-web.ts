import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = ["web", "schema/operations"];

/**
 * The folder of the web pages, built as `npm run web` does. Takes some seconds the first time.
 *
 * Kept between runs, under the hash of what it was built from, and shared by all test files: do not change or remove it.
 */
export async function builtWeb(): Promise<string> {
  const folder = join(ROOT, "data", "test", `web-${await hashOfSources()}`);
  if (existsSync(folder)) return folder;

  // Test files that run side by side may both build; the first to finish gives the folder its name.
  await mkdir(dirname(folder), { recursive: true });
  const building = await mkdtemp(`${folder}-building-`);
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
  await promisify(execFile)(process.execPath, [...vite, "--outDir", building, "--emptyOutDir"], { cwd: ROOT, env });
  await rename(building, folder).catch(() => rm(building, { recursive: true }));
  return folder;
}

async function hashOfSources(): Promise<string> {
  const hash = createHash("sha256").update(await readFile(join(ROOT, "package-lock.json")));
  for (const source of SOURCES) {
    const entries = await readdir(join(ROOT, source), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file).update(await readFile(file));
  }
  return hash.digest("hex").slice(0, 16);
}
