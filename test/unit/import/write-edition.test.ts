import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeEdition } from "../../../src/edition/write-edition.js";
import { parseEditionId } from "../../../src/model/code.js";

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

function folderWithLeftover(name: string) {
  const folder = mkdtempSync(join(tmpdir(), "coterminous-written-"));
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "areas.csv"), "before");
  return folder;
}

function write(folder: string, id: string): void {
  writeEdition(folder, { id: parseEditionId(id), texts: { areas: "new" }, check: () => undefined });
}

test("an edition that a killed import had moved aside is put back by the next import", () => {
  const folder = folderWithLeftover(`.importing-mine-${deadPid()}-old`);

  write(folder, "other");

  expect(readFileSync(join(folder, "mine", "areas.csv"), "utf8")).toBe("before");
  expect(readdirSync(folder).sort()).toEqual(["mine", "other"]);
});

test("one that was moved aside is swept when its successor is in its place", () => {
  const folder = folderWithLeftover(`.importing-mine-${deadPid()}-old`);
  mkdirSync(join(folder, "mine"));

  write(folder, "other");

  expect(existsSync(join(folder, "mine", "areas.csv"))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(["mine", "other"]);
});

test("what a killed removal had hidden is swept by the next import", () => {
  const folder = folderWithLeftover(`.mine.removed-${deadPid()}`);

  write(folder, "other");

  expect(readdirSync(folder)).toEqual(["other"]);
});

test("an edition that is replaced is wholly the new one, and nothing else is left", () => {
  const folder = folderWithLeftover("mine");

  write(folder, "mine");

  expect(readFileSync(join(folder, "mine", "areas.csv"), "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["mine"]);
});
