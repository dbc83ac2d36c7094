import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SQLITE = "node_modules/better-sqlite3/build";
const run = promisify(execFile);

const folder = realpathSync(mkdtempSync(join(tmpdir(), "package-")));
const app = join(folder, "app");
const environment = { ...process.env, XDG_CACHE_HOME: join(folder, "cache"), COTERMINOUS_PROCESSES: "1", PORT: "0" };

const npx = (...args: string[]) => run("npx", ["coterminous", ...args], { cwd: app, env: environment });

beforeAll(async () => {
  await run("npm", ["pack", "--pack-destination", folder], { cwd: ROOT });
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), '{ "private": true }');
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  await run("npm", ["install", ...quiet, join(folder, tarball)], { cwd: app });
  // On Node.js 20 the driver compiles for minutes; the project's own has been compiled from the same version.
  if (existsSync(join(ROOT, SQLITE))) cpSync(join(ROOT, SQLITE), join(app, SQLITE), { recursive: true });
}, 600_000);

test("the package brings the program, its pages, the shipped editions and the engine, and no sources", () => {
  const parts = readdirSync(join(app, "node_modules/coterminous"));

  expect(parts).toEqual(expect.arrayContaining(["dist", "geodata", "schema", "LICENSE", "README.md"]));
  expect(parts).not.toContain("src");
  expect(existsSync(join(app, "node_modules/coterminous/dist/web/explorer/index.html"))).toBe(true);
  expect(existsSync(join(app, "node_modules/coterminous/node_modules/@coterminous/overlap/dist/index.d.ts"))).toBe(
    true,
  );
});

test("npx coterminous --help names every command", async () => {
  const { stdout } = await npx("--help");

  for (const command of ["start", "build", "doctor", "import", "remove", "compile", "ratings", "export"]) {
    expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, "m"));
  }
});

test("built and started from the package, the shipped editions answer as GraphQL, as a page and as a map", async () => {
  const { stdout } = await npx("build");
  const [cache = ""] = readdirSync(join(folder, "cache/coterminous"));
  const database = join(folder, "cache/coterminous", cache, "coterminous.sqlite");
  const child = spawn("npx", ["coterminous", "start"], {
    cwd: app,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true, // npx does not pass signals on: its group is stopped
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.startsWith("Stop it")) break;
  }
  const address = lines.map((line) => /Explorer +(http:\S+)\/$/.exec(line)?.[1]).find((found) => found !== undefined);
  const responses = [];
  for (const [path, accept] of [
    ["/graphql?query={editions{id}}", "application/json"],
    ["/", "text/html"],
    ["/maps/icb-2024/footprints.geojson", "*/*"],
  ] as const) {
    const { status, headers } = await fetch(address + path, { headers: { accept } });
    responses.push([status, headers.get("content-type")?.split(";")[0]]);
  }
  const exit = once(child, "exit");
  process.kill(-(child.pid ?? 0), "SIGTERM");
  await exit;

  expect(stdout).toMatch(/^data version [0-9a-f]{16}$/m);
  expect(existsSync(database)).toBe(true);
  expect(lines).toContain(`  Database     ${database}`);
  expect(lines).toContain(`  Your data    ${join(app, "my-geodata")}`);
  expect(responses).toEqual([
    [200, "application/json"],
    [200, "text/html"],
    [200, "application/geo+json"],
  ]);
}, 300_000);
