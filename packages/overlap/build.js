// Compiles the package before it is packed: declarations by tsc, modules one by one by esbuild.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

execFileSync(process.execPath, [tsc, "-b"], { cwd: FOLDER, stdio: "inherit" });
await build({
  absWorkingDir: FOLDER,
  entryPoints: ["src/**/*.ts"],
  outdir: "dist",
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
});
