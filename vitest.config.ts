import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Tests import src/ and get the compiled program, which test/support/before-all.ts brings up to date: as it runs in
// earnest, and measured at its full speed. Coverage wants the sources themselves.
const DIST = fileURLToPath(new URL("dist/", import.meta.url));
const IN_DIST = new RegExp(`^${DIST.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`); // a plain text would be a package's name
const isCovering = process.argv.includes("--coverage");
const compiled = { find: /^(?:\.\.\/)+src\/(.*\.js)$/, replacement: `${DIST}$1` };

export default defineConfig({
  // graphql ships CommonJS and ESM side by side; without this Vite loads the ESM copy here while
  // type-graphql and @apollo/server load the CommonJS one, and graphql rejects the mixture.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }, ...(isCovering ? [] : [compiled])] },
  test: {
    // Loaded by Node as it is. Vite would put a getter before every imported name: half as fast, function by function.
    server: { deps: { external: [IN_DIST] } },
    isolate: false, // modules keep no state: no test file needs them loaded anew
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/before-all.ts"],
    setupFiles: ["reflect-metadata"],
    maxWorkers: availableParallelism(), // one fewer by default, which on two cores is one
    coverage: { provider: "v8", include: ["src/**"] },
    // What is taken for hanging: no test is about time, and a busy machine takes ten times that of a quiet one.
    testTimeout: process.env.COTERMINOUS_LONG_TESTS === "1" ? 1_800_000 : 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
