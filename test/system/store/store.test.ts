import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { EditionId, FootprintCode } from "../../../src/model/code.js";
import { indexFacts } from "../../../src/model/facts.js";
import { buildEdition } from "../../../src/pipeline/build-edition.js";
import { isBuiltFrom, openStore } from "../../../src/store/open-store.js";
import { openDatabase } from "../../../src/store/sqlite.js";
import { type BuiltEdition, StoreError } from "../../../src/store/store.js";
import { BUILD_TIMEOUT_MS, realStorePath } from "../../support/real-store.js";
import { smallGeodata, temporaryFolder } from "../../support/small-edition.js";
import { writeEditions } from "../../support/write-editions.js";

const SMALL = "small" as EditionId;
const INPUTS = "0".repeat(64);

let small: BuiltEdition;

beforeAll(() => {
  small = buildEdition(smallGeodata().edition);
});

/** The small edition with another name. */
function withTitle(title: string): BuiltEdition {
  return { ...small, facts: { ...small.facts, edition: { ...small.facts.edition, title } } };
}

/** The small edition with a rating of a footprint that it does not have: SQLite refuses its row. */
function editionWithBadRow(): BuiltEdition {
  const [rating] = small.facts.ratings;
  if (rating === undefined) throw new Error("the small edition has no ratings");
  const stray = { ...rating, footprintCode: "E54000009" as FootprintCode };
  return { ...small, facts: { ...small.facts, ratings: [...small.facts.ratings, stray] } };
}

function newPath(): string {
  return join(temporaryFolder(), "store.sqlite");
}

async function titleIn(path: string): Promise<string | undefined> {
  const store = openStore(path);
  const { editions } = await store.loadFacts();
  await store.close();
  return editions.get(SMALL)?.edition.title;
}

describe("what was built and written", () => {
  it("is read back as it was: facts, shapes and blocks", async () => {
    const path = newPath();
    writeEditions(path, [small], INPUTS);
    const store = openStore(path);

    const { editions, defaultEditionId } = await store.loadFacts();

    expect(defaultEditionId).toBe(SMALL);
    expect(editions.get(SMALL)).toEqual(indexFacts(small.facts));
    for (const detail of ["LOW", "MEDIUM", "FULL"] as const) {
      expect(await store.topology(SMALL, detail)).toEqual(small.topologies[detail]);
    }
    expect(await store.blocks(SMALL)).toEqual(small.blocks);
    await store.close();
  });

  it("is read back as it was when people are not known and nothing is told of the areas but their names", async () => {
    const { facts } = small;
    const unknown = <Area extends object>(area: Area) => ({ ...area, population: null, aliases: [] });
    const bare: BuiltEdition = {
      ...small,
      blocks: null,
      facts: {
        ...facts,
        edition: { ...facts.edition, populationBasis: null, ratingScheme: null },
        footprints: facts.footprints.map(unknown),
        authorities: facts.authorities.map(unknown),
        members: [],
        overlaps: facts.overlaps.map((overlap) => ({ ...overlap, population: null })),
        schemes: [],
        ratings: [],
        claims: [],
        parts: [],
        leaders: [],
      },
    };
    const path = newPath();
    writeEditions(path, [bare], INPUTS);
    const store = openStore(path);

    expect((await store.loadFacts()).editions.get(SMALL)).toEqual(indexFacts(bare.facts));
    expect(await store.blocks(SMALL)).toBeNull();
    await store.close();
  });

  it("has null for the shapes and blocks of an edition that is not there", async () => {
    const path = newPath();
    writeEditions(path, [small], INPUTS);
    const store = openStore(path);

    expect(await store.topology("other" as EditionId, "FULL")).toBeNull();
    expect(await store.blocks("other" as EditionId)).toBeNull();
    await store.close();
  });

  it("keeps editions apart that share their codes, the default one first", async () => {
    const second = { ...small.facts, edition: { ...small.facts.edition, id: "a-second" as EditionId } };
    const path = newPath();
    writeEditions(path, [small, { ...small, facts: second }], INPUTS);

    const store = openStore(path);
    const { editions, defaultEditionId } = await store.loadFacts();
    await store.close();

    expect([...editions.keys()]).toEqual(["small", "a-second"]);
    expect(defaultEditionId).toBe("small");
    expect(editions.get("a-second" as EditionId)).toEqual(indexFacts(second));
  });

  it("has the same data version whenever it is the same, and another when anything differs", () => {
    const version = writeEditions(newPath(), [small], INPUTS);

    expect(writeEditions(newPath(), [small], INPUTS)).toBe(version);
    expect(writeEditions(newPath(), [withTitle("Another title")], INPUTS)).not.toBe(version);
  });
});

describe("a file is written whole or not at all:", () => {
  it("a write that fails leaves the file that was there, and nothing beside it", async () => {
    const path = newPath();
    writeEditions(path, [small], INPUTS);
    const before = readFileSync(path);

    expect(() => writeEditions(path, [editionWithBadRow()], INPUTS)).toThrow(/FOREIGN KEY constraint failed/);

    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(["store.sqlite"]);
    expect(await titleIn(path)).toBe("Two footprints");
  });

  it("a first write that fails leaves nothing", () => {
    const path = newPath();

    expect(() => writeEditions(path, [editionWithBadRow()], INPUTS)).toThrow();

    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it("what an earlier write left behind when it was cut off is no hindrance", async () => {
    const path = newPath();
    writeFileSync(`${path}.${process.pid}.part`, "half a database");

    writeEditions(path, [small], INPUTS);

    expect(await titleIn(path)).toBe("Two footprints");
    expect(readdirSync(dirname(path))).toEqual(["store.sqlite"]);
  });

  it("a reader of the old file goes on reading it while a new one takes its place", async () => {
    const path = newPath();
    writeEditions(path, [small], INPUTS);
    const reader = openStore(path);

    writeEditions(path, [withTitle("The new one")], INPUTS);

    expect((await reader.loadFacts()).editions.get(SMALL)?.edition.title).toBe("Two footprints");
    expect(await reader.topology(SMALL, "FULL")).toEqual(small.topologies.FULL);
    expect(await titleIn(path)).toBe("The new one");
    await reader.close();
  });
});

describe("the file", () => {
  it(
    "has nothing but strict tables, no journal beside it, and passes SQLite's own check",
    () => {
      const database = openDatabase(realStorePath(), { readonly: true });
      const tables = database.prepare(
        "select name, strict from pragma_table_list where type = 'table' and schema = 'main'",
      );
      const loose = (tables.all() as { name: string; strict: number }[]).filter(
        ({ name, strict }) => strict === 0 && !name.startsWith("sqlite_"),
      );

      expect(loose).toEqual([]);
      expect((tables.all() as unknown[]).length).toBeGreaterThan(10);
      expect(database.pragma("journal_mode", { simple: true })).toBe("delete");
      expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
      expect(database.pragma("foreign_key_check")).toEqual([]);
      database.close();
      for (const suffix of ["-wal", "-shm", "-journal"]) expect(existsSync(`${realStorePath()}${suffix}`)).toBe(false);
    },
    BUILD_TIMEOUT_MS,
  );

  it("is opened for reading only: nothing that serves can change it", () => {
    const path = newPath();
    writeEditions(path, [small], INPUTS);
    const before = readFileSync(path);

    const store = openStore(path);

    return store
      .loadFacts()
      .then(() => store.close())
      .then(() => {
        expect(readFileSync(path).equals(before)).toBe(true);
        expect(readdirSync(dirname(path))).toEqual(["store.sqlite"]);
      });
  });

  it("says which inputs it was built from", () => {
    const path = newPath();
    writeEditions(path, [small], INPUTS);

    expect(isBuiltFrom(path, INPUTS)).toBe(true);
    expect(isBuiltFrom(path, "1".repeat(64))).toBe(false);
    expect(isBuiltFrom(join(dirname(path), "missing.sqlite"), INPUTS)).toBe(false);
  });
});

describe("a file that cannot be used is refused with its path and the remedy:", () => {
  it("one that is not there", () => {
    const path = newPath();

    expect(() => openStore(path)).toThrow(StoreError);
    expect(() => openStore(path)).toThrow(`there is no database at ${path}; run the build first`);
  });

  it.each<[what: string, write: (path: string) => void]>([
    ["one that is no database", (path) => writeFileSync(path, "a few words ".repeat(500))],
    ["an empty one", (path) => writeFileSync(path, "")],
    ["a folder", (path) => mkdirSync(path)],
    ["a database of something else", (path) => openDatabase(path).exec("create table t (a text)").close()],
    [
      "one of another version of the program, with other tables",
      (path) => openDatabase(path).exec("create table build (data_version text, inputs_sha256 text)").close(),
    ],
  ])("%s", (_, write) => {
    const path = newPath();
    write(path);

    expect(() => openStore(path)).toThrow(StoreError);
    expect(() => openStore(path)).toThrow(
      `${path} is not a Coterminous database of this version; remove it and build again`,
    );
    expect(isBuiltFrom(path, INPUTS)).toBe(false);
  });

  it("one whose tables lack a column, as soon as its facts are asked for", async () => {
    const path = newPath();
    writeEditions(path, [small], INPUTS);
    openDatabase(path).exec("alter table claim drop column statement; alter table alias drop column alias").close();

    const store = openStore(path);

    await expect(store.loadFacts()).rejects.toThrow(StoreError);
    await store.close();
  });

  it(
    "one that was cut off",
    async () => {
      const path = newPath();
      copyFileSync(realStorePath(), path);
      writeFileSync(path, readFileSync(path).subarray(0, 400_000));

      const load = async () => {
        const store = openStore(path);
        try {
          return await store.loadFacts();
        } finally {
          await store.close();
        }
      };

      await expect(load()).rejects.toThrow(StoreError);
    },
    BUILD_TIMEOUT_MS,
  );

  it("one without an edition", async () => {
    const path = newPath();
    writeEditions(path, [], INPUTS);
    const store = openStore(path);

    await expect(store.loadFacts()).rejects.toThrow("the database contains no edition");
    await store.close();
  });
});
