import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // graphql ships CommonJS and ESM side by side; without this Vite loads the ESM copy here while
  // type-graphql and @apollo/server load the CommonJS one, and graphql rejects the mixture.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/before-all.ts"],
    setupFiles: ["reflect-metadata"],
    maxWorkers: availableParallelism(), // one fewer by default, which on two cores is one
    coverage: { provider: "v8", include: ["src/**"] },
    testTimeout: process.env.COTERMINOUS_LONG_TESTS === "1" ? 1_800_000 : 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } }, // a browser that draws maps in software takes its time
  },
});
