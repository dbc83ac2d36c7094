import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build, buildIfNeeded } from "../../../src/pipeline/build.js";
import { removeEdition } from "../../../src/pipeline/remove-edition.js";
import { readSkippedEditions } from "../../../src/store/existing-editions.js";
import { openStore } from "../../../src/store/open-store.js";
import { openDatabase } from "../../../src/store/sqlite.js";
import { box } from "../../support/box.js";
import { drawEdition } from "../../support/draw-edition.js";
import { smallGeodata, temporaryFolder } from "../../support/small-edition.js";

/** The small edition as the shipped one, a folder for own editions with one in it, and where to build to. */
function ownBuild() {
  const { geodataFolder } = smallGeodata();
  const userGeodataDir = join(temporaryFolder(), "own");
  drawOwn(userGeodataDir, "mine");
  return { geodataFolder, userGeodataDir, storePath: join(temporaryFolder(), "built.sqlite") };
}

function drawOwn(userGeodataDir: string, id: string, manifest: Readonly<Record<string, unknown>> = {}): string {
  mkdirSync(userGeodataDir, { recursive: true });
  const layers = {
    footprints: [{ code: "F", boundary: box(0, 50, 0.2, 50.1) }],
    upper_tier: [
      { code: "A", boundary: box(0, 50, 0.1, 50.1) },
      { code: "B", boundary: box(0.1, 50, 0.2, 50.1) },
    ],
  };
  return drawEdition(userGeodataDir, { id, layers, manifest });
}

async function titles(storePath: string): Promise<Readonly<Record<string, string>>> {
  const store = openStore(storePath);
  const { editions } = await store.loadFacts();
  await store.close();
  return Object.fromEntries([...editions].map(([id, { edition }]) => [id, edition.title]));
}

/** Every row of every table. */
function content(storePath: string): Readonly<Record<string, unknown>> {
  const database = openDatabase(storePath, { readonly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const rows = tables.map((table) => [table, database.prepare(`select * from ${table} order by 1, 2`).all()]);
  database.close();
  return Object.fromEntries(rows);
}

function change(storePath: string, sql: string): void {
  const database = openDatabase(storePath);
  database.exec(sql);
  database.close();
}

describe("editions of a user's own", () => {
  it("are built beside the shipped ones, after them; a folder that is not there holds none", async () => {
    const options = ownBuild();
    drawOwn(options.userGeodataDir, "earlier", { date: "1999-01-01" });

    await build(options);
    expect(Object.keys(await titles(options.storePath))).toEqual(["small", "earlier", "mine"]);

    await build({ ...options, userGeodataDir: join(options.userGeodataDir, "nowhere") });
    expect(Object.keys(await titles(options.storePath))).toEqual(["small"]);
  });

  it("that take the id of a shipped one are left out, with the remedy", async () => {
    const options = ownBuild();
    const folder = drawOwn(options.userGeodataDir, "other", { id: "small", title: "Not the small one" });

    await build(options);

    expect(await titles(options.storePath)).toEqual({ small: "Two footprints", mine: "Edition mine" });
    expect(readSkippedEditions(options.storePath)).toEqual([{ folder, problems: expect.stringContaining("change") }]);
    expect(readSkippedEditions(options.storePath)[0]?.problems).toContain(
      `change "id" in ${join(folder, "edition.json")}`,
    );
  });

  it("with an authority that no footprint meets are left out, for it would have no main footprint", async () => {
    const options = ownBuild();
    drawEdition(options.userGeodataDir, {
      id: "afar",
      layers: {
        footprints: [{ code: "F", boundary: box(0, 50, 0.2, 50.1) }],
        upper_tier: [
          { code: "A", boundary: box(0, 50, 0.1, 50.1) },
          { code: "W", boundary: box(3, 50, 3.1, 50.1) },
        ],
      },
    });

    await build(options);

    expect(Object.keys(await titles(options.storePath))).toEqual(["small", "mine"]);
    expect(readSkippedEditions(options.storePath)[0]?.problems).toMatch(
      /areas.csv, authority W: .* expected land in common with a footprint; remove it, or make the edition with `import`/,
    );
  });

  it("that a killed removal had hidden are swept, and ones that a killed import had moved aside come back", async () => {
    const options = ownBuild();
    const { pid } = spawnSync(process.execPath, ["--version"]); // one that has ended
    const hide = (name: string) => renameSync(join(options.userGeodataDir, "mine"), join(options.userGeodataDir, name));
    drawOwn(options.userGeodataDir, "kept");

    hide(`.importing-mine-${pid}-old`);
    await buildIfNeeded(options);
    expect(Object.keys(await titles(options.storePath)).sort()).toEqual(["kept", "mine", "small"]);

    hide(`.mine.removed-${pid}`);
    await build(options);
    expect(readdirSync(options.userGeodataDir)).toEqual(["kept"]);

    mkdirSync(join(options.userGeodataDir, `.gone.removed-${pid}`));
    removeEdition("kept", options);
    expect(readdirSync(options.userGeodataDir)).toEqual([]);
  });

  it("that are broken are left out with all their problems, the others built, and taken in once they are mended", async () => {
    const options = ownBuild();
    const folder = drawOwn(options.userGeodataDir, "broken");
    const areas = readFileSync(join(folder, "areas.csv"), "utf8");
    writeFileSync(join(folder, "areas.csv"), areas.replace("A,A,,OTHER", "A,,,SHIRE"));

    expect(await buildIfNeeded(options)).toBe(true);

    expect(Object.keys(await titles(options.storePath))).toEqual(["small", "mine"]);
    const [leftOut] = readSkippedEditions(options.storePath);
    expect(leftOut?.problems).toMatch(
      /^edition broken has 2 problems; it is left out \(.*broken\)\n.*a name\n.*a type: /,
    );
    expect(await buildIfNeeded(options)).toBe(false);

    writeFileSync(join(folder, "areas.csv"), areas);
    expect(await buildIfNeeded(options)).toBe(true);
    expect(Object.keys(await titles(options.storePath))).toEqual(["small", "broken", "mine"]);
    expect(readSkippedEditions(options.storePath)).toEqual([]);
  });

  it("that an import has not finished are hidden, and none", async () => {
    const options = ownBuild();
    drawOwn(options.userGeodataDir, ".half");

    await build(options);

    expect(Object.keys(await titles(options.storePath))).toEqual(["small", "mine"]);
  });
});

describe("building again", () => {
  it("gives what a whole build gives, row for row, when an edition changed, came or went", async () => {
    const options = ownBuild();
    const whole = { ...options, storePath: join(temporaryFolder(), "whole.sqlite"), isWhole: true };
    const steps = [
      () => drawOwn(options.userGeodataDir, "mine", { title: "Mine, revised" }),
      () => drawOwn(options.userGeodataDir, "another", { date: "2001-01-01" }),
      () => rmSync(join(options.userGeodataDir, "mine"), { recursive: true }),
    ];

    await build(options);
    for (const step of steps) {
      step();
      expect(await build(options)).toBe(await build(whole));
      expect(content(options.storePath)).toEqual(content(whole.storePath));
    }
  });

  it("takes over what has not changed and measures what has", async () => {
    const options = ownBuild();
    await build(options);
    change(options.storePath, "update edition set title = 'taken over' where edition_id = 'small'");
    change(options.storePath, "update edition set title = 'taken over' where edition_id = 'mine'");
    drawOwn(options.userGeodataDir, "mine", { date: "2020-01-02" });

    await build(options);
    expect(await titles(options.storePath)).toEqual({ small: "taken over", mine: "Edition mine" });

    await build({ ...options, rebuildAll: true });
    expect(await titles(options.storePath)).toEqual({ small: "Two footprints", mine: "Edition mine" });
  });

  it("takes nothing over from a file that is no database", async () => {
    const options = ownBuild();
    const version = await build(options);
    writeFileSync(options.storePath, "not a database");

    expect(await build(options)).toBe(version);
  });
});

describe("removing", () => {
  it("takes an edition's folder away, whatever the folder is called, and leaves the others", async () => {
    const options = ownBuild();
    const folder = drawOwn(options.userGeodataDir, "folder", { id: "odd" });

    expect(removeEdition("odd", options)).toBe(folder);

    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(options.userGeodataDir)).toEqual(["mine"]);
  });

  it.each([
    ["small", "small is shipped with the program; only editions of your own can be removed"],
    ["nobodys", /^there is no edition "nobodys" of your own; .* contains mine$/],
    ["../mine", '"../mine" is not an edition'],
  ])("refuses %s", (id, message) => {
    const options = ownBuild();

    expect(() => removeEdition(id, options)).toThrow(message);
    expect(readdirSync(options.userGeodataDir)).toEqual(["mine"]);
  });
});
