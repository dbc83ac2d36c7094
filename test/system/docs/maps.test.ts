import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ATTRIBUTE_SCHEMA } from "../../../src/api/tiles/attribute-schema.js";
import { PROGRAM } from "../../support/program.js";
import { PYRAMID_FOLDER } from "../../support/real-pyramid.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const MAPS = readFileSync(`${ROOT}docs/maps.md`, "utf8");

let server: RealServer;
beforeAll(async () => {
  server = await startRealServer({ tileCacheDir: PYRAMID_FOLDER });
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

test.each([
  ...[...MAPS.matchAll(/^ {4}(\/maps\/[\w-]+\/\S+)$/gm)].map(([, path]) => path ?? ""),
  ...[...MAPS.matchAll(/`(\/ogc[^`<{]*)`/g)].map(([, path]) => path ?? ""),
])("%s is there", async (path) => {
  const { status } = await server.request(path);

  expect(status).toBe(200);
});

test("the export commands are what the command line has", () => {
  const [, ...examples] = MAPS.split("npm run coterminous -- ").map((text) => text.split("\n")[0]);
  const { stdout } = spawnSync(process.execPath, [PROGRAM, "export", "--help"], {
    cwd: ROOT,
    encoding: "utf8",
  });

  expect(stdout).toContain("export [options] <edition> [file]");
  expect(stdout).toContain("--most-zoom");
  for (const line of examples) expect(line).toMatch(/^export stp-2017\b/);
});

test("the table of tile layers names every property, in their order", () => {
  for (const [layer, columns] of Object.entries(ATTRIBUTE_SCHEMA)) {
    if (layer === "borders") continue; // told in a sentence
    const row = MAPS.split("\n").find(
      (line) => line.startsWith("|") && line.includes(`\`${layer}\``) && line.includes("areaM2"),
    );
    const named = [...(row?.split("|")[3]?.matchAll(/`(\w+)`/g) ?? [])].map(([, name]) => name);
    expect(named, layer).toEqual(columns.map(({ name }) => name));
  }
});
