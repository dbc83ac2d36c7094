import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { hashOf, isUpToDate, WEB_SOURCES } from "../../tools/source-hash.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The folder of the web pages: those in dist/, as `npm test` leaves them, or if they are older than their sources, built
 * as `npm run web` does in some seconds.
 *
 * What is built is kept between runs, under the hash of what it was built from, and shared by all test files: do not change or remove it.
 */
export async function buildWeb(): Promise<string> {
  if (isUpToDate("web", WEB_SOURCES)) return join(ROOT, "dist/web");
  const folder = join(ROOT, "data", "test", `web-${hashOf(WEB_SOURCES).slice(0, 16)}`);
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
