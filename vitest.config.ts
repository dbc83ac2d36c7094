import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const IS_LONG_RUN = process.env.COTERMINOUS_LONG_TESTS === "1";
const IS_COVERING = process.argv.includes("--coverage"); // coverage needs the sources

/** Where sources lie, and where esbuild compiles them to, module by module. */
const COMPILED: readonly (readonly [source: string, output: string])[] = [
  [join(ROOT, "src/"), join(ROOT, "dist/")],
  [join(ROOT, "packages/overlap/src/"), join(ROOT, "packages/overlap/dist/")],
];

/** Resolves what tests import from a source folder to the compiled module, by place and not by spelling. */
const compiledProgram: Plugin = {
  name: "compiled-program",
  enforce: "pre",
  resolveId(source, importer) {
    if (!/^\.{1,2}\/.*\.js$/.test(source) || importer === undefined) return null;
    const path = resolve(dirname(importer), source);
    const [from, to] = COMPILED.find(([folder]) => path.startsWith(folder)) ?? [];
    return from === undefined ? null : to + path.slice(from.length);
  },
};

/** The package by its source, not by what its package.json exports. */
const overlapSource = {
  alias: [
    { find: /^@coterminous\/overlap$/, replacement: join(ROOT, "packages/overlap/src/index.ts") },
    { find: /^@coterminous\/overlap\/parallel$/, replacement: join(ROOT, "packages/overlap/src/parallel/index.ts") },
  ],
};

/** From the source: needs no build, so an editor can run a single test. */
const unit: TestProjectInlineConfiguration = {
  extends: true,
  resolve: overlapSource,
  test: {
    name: "unit",
    include: ["test/unit/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    globalSetup: ["test/support/temporary-folder.ts"],
    testTimeout: IS_LONG_RUN ? 1_800_000 : 60_000,
  },
};

/** The compiled program, as it runs in production and at its full speed. */
function compiled(name: "system" | "browser" | "outside"): TestProjectInlineConfiguration {
  return {
    extends: true,
    ...(IS_COVERING ? { resolve: overlapSource } : { plugins: [compiledProgram] }),
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      globalSetup: ["test/support/temporary-folder.ts", "test/support/compiled-setup.ts"],
      // Loaded by Node as it is: Vite would put a getter before every imported name, half as fast function by function.
      server: { deps: { external: COMPILED.map(([, output]) => new RegExp(`^${escapeRegExp(output)}`)) } },
      // Only catches hangs; a busy machine takes ten times as long as a quiet one.
      testTimeout: IS_LONG_RUN ? 1_800_000 : 120_000,
      hookTimeout: 240_000,
    },
  };
}

export default defineConfig({
  // graphql ships CommonJS and ESM; without this Vite loads the ESM copy here while type-graphql and @apollo/server load
  // the CommonJS one, and graphql rejects the mixture.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    isolate: false, // modules keep no state
    setupFiles: ["reflect-metadata"],
    maxWorkers: availableParallelism(), // the default is one fewer
    expect: { poll: { timeout: 30_000 } },
    coverage: { provider: "v8", include: ["src/**", "packages/*/src/**"] },
    // Files of projects start in the order of the names: browser first, as its files are the longest. Setups run in this
    // order: the pages are built beside the database.
    projects: [compiled("browser"), compiled("system"), compiled("outside"), unit],
  },
});

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
