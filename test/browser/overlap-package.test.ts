import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import { launchBrowser, noBrowser } from "./browser.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");
const README = readFileSync(join(ROOT, "packages/overlap/README.md"), "utf8");
const [, EXAMPLE = ""] = /```js\n(.*?)```/s.exec(README) ?? [];
const [, OUTPUT = ""] = /```text\n(.*?)```/s.exec(README) ?? [];

const folder = mkdtempSync(join(tmpdir(), "overlap-package-"));

beforeAll(() => {
  // The tests' setup has compiled the JavaScript; --ignore-scripts keeps npm from writing it again under other tests.
  execFileSync(process.execPath, [TSC, "-b", "packages/overlap"], { cwd: ROOT });
  const pack = ["pack", "./packages/overlap", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(execFileSync("npm", pack, { cwd: ROOT, encoding: "utf8" }));
  const app = join(folder, "app");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), JSON.stringify({ type: "module", private: true }));
  writeFileSync(join(app, "example.js"), EXAMPLE);
  execFileSync("npm", ["install", join(folder, filename), "--prefer-offline", "--no-audit", "--no-fund"], { cwd: app });
});

test("the README's example runs from the packed package in Node", () => {
  const printed = execFileSync(process.execPath, ["example.js"], { cwd: join(folder, "app"), encoding: "utf8" });

  expect(printed).toBe(OUTPUT);
});

test("the README's example is well typed against the packed declarations", () => {
  const compile = ["--allowJs", "--checkJs", "--strict", "--noImplicitAny", "false", "--noEmit"];
  const modules = ["--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "--types", "geojson"];

  const printed = execFileSync(process.execPath, [TSC, ...compile, ...modules, "example.js"], {
    cwd: join(folder, "app"),
    encoding: "utf8",
  });

  expect(printed).toBe("");
});

test.skipIf(noBrowser)("the README's example runs in a browser, bundled by vite", async () => {
  const app = join(folder, "app");
  const lib = { entry: join(app, "example.js"), formats: ["iife" as const], name: "example" };
  const built = await build({ root: app, logLevel: "error", configFile: false, build: { lib, write: false } });
  const [bundle] = [built].flat();
  const code = bundle !== undefined && "output" in bundle ? bundle.output[0].code : "";

  const browser = await launchBrowser({ hasMaps: false });
  try {
    const page = await browser.newPage();
    let printed = "";
    page.on("console", (message) => {
      printed += `${message.text()}\n`;
    });
    await page.addScriptTag({ content: code });

    expect(printed).toBe(OUTPUT);
  } finally {
    await browser.close();
  }
});
