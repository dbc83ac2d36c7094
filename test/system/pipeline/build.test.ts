import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { BadInputError } from "../../../packages/overlap/src/errors.js";
import { EditionError } from "../../../src/edition/validation-issue.js";
import { build, buildIfNeeded } from "../../../src/pipeline/build.js";
import { openStore } from "../../../src/store/open-store.js";
import { DOVER, EAST, KENT, MEDWAY, smallGeodata, THANET, temporaryFolder, WEST } from "../../support/small-edition.js";

/** A geodata folder with the small edition, and where to build it to: a file that is not there yet. */
function smallBuild() {
  const { geodataFolder, edition } = smallGeodata();
  return { geodataFolder, edition, storePath: join(temporaryFolder(), "built", "small.sqlite") };
}

async function factsOf(storePath: string) {
  const store = openStore(storePath);
  const facts = await store.loadFacts();
  await store.close();
  return facts;
}

describe("building", () => {
  it("measures every pair of the small edition: who lives in both, to the last person", async () => {
    const { geodataFolder, storePath } = smallBuild();

    await build({ geodataFolder, storePath });

    const [facts] = (await factsOf(storePath)).editions.values();
    expect(
      facts?.overlaps.map(({ footprintCode, authorityCode, population }) => [footprintCode, authorityCode, population]),
    ).toEqual([
      [WEST, DOVER, 100],
      [WEST, THANET, 300],
      [WEST, KENT, 400],
      [EAST, MEDWAY, 400],
      [EAST, DOVER, 200],
      [EAST, KENT, 200],
    ]);
  });

  it("gives a council that is in both tiers its aliases, whichever tier they were given in", async () => {
    const { geodataFolder, storePath } = smallBuild();

    await build({ geodataFolder, storePath });

    const [facts] = (await factsOf(storePath)).editions.values();
    const medway = facts?.authorities.find(({ code }) => code === MEDWAY);
    expect(medway?.tiers).toEqual(["UPPER", "LOWER"]);
    expect(medway?.aliases).toEqual(["Medway Towns"]);
  });

  it("gives the same data version for the same input, and another when a name changes", async () => {
    const one = smallBuild();
    const other = smallBuild();
    const renamed = smallBuild();
    const areas = join(renamed.edition, "areas.csv");
    writeFileSync(areas, readFileSync(areas, "utf8").replace("West,QWW", "Wessex,QWW"));

    const version = await build(one);

    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(await build(other)).toBe(version);
    expect(await build(renamed)).not.toBe(version);
  });

  it("happens when there is no file, not again while nothing changes, and again when the geodata has", async () => {
    const { edition, ...small } = smallBuild();

    expect(await buildIfNeeded(small)).toBe(true);
    expect(await buildIfNeeded(small)).toBe(false);
    appendFileSync(join(edition, "aliases.csv"), `footprints,${WEST},Wessex\n`);
    expect(await buildIfNeeded(small)).toBe(true);
    expect(await buildIfNeeded(small)).toBe(false);
  });

  it("happens when the file that is there is no database", async () => {
    const { geodataFolder, storePath } = smallBuild();
    mkdirSync(dirname(storePath));
    writeFileSync(storePath, "not a database");

    expect(await buildIfNeeded({ geodataFolder, storePath })).toBe(true);
    expect(await buildIfNeeded({ geodataFolder, storePath })).toBe(false);
  });
});

describe("building from files with problems", () => {
  it("reports them and leaves the file that was there as it was", async () => {
    const { edition, ...small } = smallBuild();
    await build(small);
    const before = readFileSync(small.storePath);
    appendFileSync(join(edition, "leaders.csv"), "E54000009,Nobody,Kent,COUNCIL,The plan\n");
    appendFileSync(join(edition, "blocks.csv"), "E01000005,-0.9,51,12.5\n");

    await expect(build(small)).rejects.toThrow(EditionError);
    await expect(build(small)).rejects.toThrow(
      /small has 2 problems; nothing was written\n.*blocks\.csv, row 6.*\n.*leaders\.csv, row 3/,
    );

    expect(readFileSync(small.storePath).equals(before)).toBe(true);
    expect(readdirSync(dirname(small.storePath))).toEqual(["small.sqlite"]);
  });

  it("writes nothing where there was no file", async () => {
    const { edition, ...small } = smallBuild();
    writeFileSync(join(edition, "boundaries.topojson"), "{");

    await expect(build(small)).rejects.toThrow(EditionError);

    expect(existsSync(small.storePath)).toBe(false);
    expect(existsSync(dirname(small.storePath))).toBe(false);
  });

  it("writes nothing of the editions beside the one that has them", async () => {
    const { edition, ...small } = smallBuild();
    const second = join(small.geodataFolder, "second");
    cpSync(edition, second, { recursive: true });
    const manifest = join(second, "edition.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"id": "small"', '"id": "second"'));
    writeFileSync(join(second, "areas.csv"), "layer,code\n");

    await expect(build(small)).rejects.toThrow(/edition second has/);

    expect(existsSync(small.storePath)).toBe(false);
  });

  it("refuses two editions of one name", async () => {
    const { edition, ...small } = smallBuild();
    cpSync(edition, join(small.geodataFolder, "second"), { recursive: true });

    await expect(build(small)).rejects.toThrow(/edition\.json, id: "small", expected an id that no other edition has/);
    expect(existsSync(small.storePath)).toBe(false);
  });

  it("refuses a folder that holds no edition", async () => {
    const geodataFolder = temporaryFolder();

    await expect(build({ geodataFolder, storePath: join(geodataFolder, "built.sqlite") })).rejects.toThrow(
      BadInputError,
    );
    expect(readdirSync(geodataFolder)).toEqual([]);
  });
});
