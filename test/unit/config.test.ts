import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadConfig, shellCommand } from "../../src/config.js";

const DOCS = fileURLToPath(new URL("../../docs", import.meta.url));
const IS_WINDOWS = process.platform === "win32";
const PACKAGE = "/srv/site/node_modules/coterminous/";

test("COTERMINOUS_PROCESSES sets how many processes serve", () => {
  expect(loadConfig({ COTERMINOUS_PROCESSES: "12" }).processCount).toBe(12);
});

test("by default a process for each core serves, at least one and at most four", () => {
  const { processCount } = loadConfig({});

  expect(processCount).toBeGreaterThanOrEqual(1);
  expect(processCount).toBeLessThanOrEqual(Math.min(4, availableParallelism()));
});

test.each(["0", "-1", "1.5", "two", "1000"])("COTERMINOUS_PROCESSES=%s is refused", (text) => {
  expect(() => loadConfig({ COTERMINOUS_PROCESSES: text })).toThrow(
    `COTERMINOUS_PROCESSES is "${text}"; expected a number from 1 to 999`,
  );
});

test("in a clone, data and user editions lie in the project's folder", () => {
  const { storePath, exportsFolder, userGeodataDir } = loadConfig({});
  const root = join(DOCS, "..");

  expect(storePath).toBe(join(root, "data/coterminous.sqlite"));
  expect(exportsFolder).toBe(join(root, "data/exports"));
  expect(userGeodataDir).toBe(join(root, "my-geodata"));
});

test.skipIf(IS_WINDOWS).each([
  ["installed as a package", PACKAGE],
  ["in a folder that cannot be written to", "/nowhere/"],
])("%s, data go to the cache folder and user editions to the working directory", (_, root) => {
  const config = loadConfig({ XDG_CACHE_HOME: "/var/cache" }, root);

  expect(config.storePath).toMatch(/^\/var\/cache\/coterminous\/[^/]+-[0-9a-f]{8}\/coterminous\.sqlite$/);
  expect(config.tileCacheDir).toBe(join(config.storePath, "../zooms"));
  expect(config.exportsFolder).toBe(join(config.storePath, "../exports"));
  expect(config.userGeodataDir).toBe(join(process.cwd(), "my-geodata"));
  expect(config.geodataFolder).toBe(join(root, "geodata"));
});

test.skipIf(IS_WINDOWS)("settings take precedence over the cache folder", () => {
  const environment = { COTERMINOUS_STORE: "/srv/a.sqlite", COTERMINOUS_EXPORTS: "/srv/out", COTERMINOUS_GEODATA: "" };

  expect(loadConfig(environment, PACKAGE)).toMatchObject({
    storePath: "/srv/a.sqlite",
    tileCacheDir: "/srv/zooms",
    exportsFolder: "/srv/out",
    userGeodataDir: null,
  });
});

test("messages name the command that starts this program", () => {
  expect(shellCommand("start")).toBe("npm start");
  expect(shellCommand("export stp-2017")).toBe("npm run coterminous -- export stp-2017");
  expect(shellCommand("start", PACKAGE)).toBe("npx coterminous start");
});

test("docs/settings.md lists the settings that the program reads, and no other page names another", () => {
  const settings = new Set<string>();
  const environment = new Proxy({}, { get: (_, name) => void settings.add(String(name)) });
  loadConfig(environment, PACKAGE);
  const rows = readFileSync(join(DOCS, "settings.md"), "utf8").matchAll(/^\| `([A-Z_]+)`/gm);
  const pages = ["../README.md", ...readdirSync(DOCS).filter((name) => name.endsWith(".md"))];
  const names = pages.flatMap((page) => readFileSync(join(DOCS, page), "utf8").match(/\bCOTERMINOUS_[A-Z_]+/g) ?? []);

  expect([...rows].map(([, name]) => name).sort()).toEqual([...settings].sort());
  expect(names.filter((name) => !settings.has(name))).toEqual([]);
});
