import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the compiled overlap engine. */
export function engineFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("@coterminous/overlap"));
}

/** A hash of the program's own files and the engine's: other code may give other answers from the same data. About 20 ms. */
export function codeVersion(
  folders: readonly string[] = [fileURLToPath(new URL("./", import.meta.url)), engineFolder()],
): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      if (/(?<!\.d)\.(js|ts|sql)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 8);
}
