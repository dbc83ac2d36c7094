import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { BUILD_ROOMS } from "../../../src/pipeline/input-hash.js";

interface Room {
  readonly room: string;
  readonly path: string;
  readonly imports: readonly string[];
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const rooms: readonly Room[] = JSON.parse(readFileSync(join(ROOT, "rooms.json"), "utf8"));
const folders = rooms.filter(({ path }) => !path.endsWith(".ts")); // config.ts and build-info.ts are single files
const folderNames = folders.map(({ room }) => room);

test("every room imports only from rooms above it", () => {
  const names = rooms.map(({ room }) => room);
  const upward = rooms.flatMap(({ room, imports }) =>
    imports.filter((name) => !names.slice(0, names.indexOf(room)).includes(name)).map((name) => `${room} -> ${name}`),
  );

  expect(upward).toEqual([]);
});

test("src has at most 14 rooms, with at most 50 arrows between folders", () => {
  const arrows = folders.flatMap(({ imports }) => imports.filter((name) => folderNames.includes(name)));

  expect(rooms.filter(({ path }) => path.startsWith("src/")).length).toBeLessThanOrEqual(14);
  expect(arrows.length).toBeLessThanOrEqual(50);
});

test("rooms.json lists every folder and file of src", () => {
  const listed = rooms.filter(({ path }) => path.startsWith("src/")).map(({ path }) => path.slice("src/".length));

  expect(readdirSync(join(ROOT, "src")).sort()).toEqual(listed.sort());
});

test("src and the engine have at most 360 files", () => {
  const files = ["src", "packages/overlap/src"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")),
  );

  expect(files.length).toBeLessThanOrEqual(360);
});

test("a build is out of date when a room changes that pipeline imports, directly or not", () => {
  const reached = new Set(["pipeline"]);
  for (const name of reached)
    for (const next of rooms.find(({ room }) => room === name)?.imports ?? []) reached.add(next);

  // The engine is hashed apart, and build-info names its folder: neither takes part under BUILD_ROOMS.
  expect([...BUILD_ROOMS, "overlap", "build-info"].sort()).toEqual([...reached].sort());
});

test("the table of docs/architecture.md is the one of rooms.json", () => {
  expect(() =>
    execFileSync(process.execPath, ["tools/rooms.js", "--check"], { cwd: ROOT, stdio: "pipe" }),
  ).not.toThrow();
});
