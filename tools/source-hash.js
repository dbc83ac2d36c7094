// What is in dist/ was made from which files: a hash of them is kept beside it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What the web pages, dist/web, are made from. */
export const WEB_SOURCES = ["web", "schema/operations", "package-lock.json"];

/** A hash of all files at these paths. */
export function hashOf(sources) {
  const hash = createHash("sha256");
  for (const source of sources)
    for (const path of filesAt(join(ROOT, source))) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

/** Whether something in dist/ was made from these files as they are. */
export function isUpToDate(name, sources) {
  return existsSync(stampPath(name)) && readFileSync(stampPath(name), "utf8") === hashOf(sources);
}

export function recordSources(name, sources) {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  writeFileSync(stampPath(name), hashOf(sources));
}

function stampPath(name) {
  return join(ROOT, "dist", `.${name}-sources`);
}

function filesAt(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesAt(join(path, name)));
}
