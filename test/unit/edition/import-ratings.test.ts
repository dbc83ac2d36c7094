import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadRatings } from "../../../src/edition/load-ratings.js";
import { EditionError } from "../../../src/edition/validation-issue.js";

const SHIPPED = new URL("../../../geodata/stp-2017/", import.meta.url);
const TABLES = ["edition.json", "areas.csv", "aliases.csv", "schemes.csv", "ratings.csv"];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ratings-"));
  for (const name of TABLES) cpSync(new URL(name, SHIPPED), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

function ratings(): readonly string[] {
  return readFileSync(join(folder, "ratings.csv"), "utf8").trim().split("\n").slice(1);
}

function load(...rows: readonly string[]) {
  const file = join(folder, "fuller.csv");
  writeFileSync(file, `${["footprint,measure,rating,source", ...rows].join("\n")}\n`);
  return loadRatings(folder, file);
}

function problems(...rows: readonly string[]): readonly string[] {
  try {
    load(...rows);
  } catch (error) {
    if (error instanceof EditionError) return error.problems.map(({ where, expected }) => `${where}: ${expected}`);
    throw error;
  }
  return [];
}

describe("a fuller table", () => {
  test("adds what was not known and keeps the rest as it was", () => {
    const before = ratings();

    const done = load('E54000007,overall,ADVANCED,"NHS England, July 2017"');

    const row = 'E54000007,overall,ADVANCED,UNSTATED,"NHS England, July 2017"';
    expect(done).toEqual({ added: 1, replaced: 0, kept: before.length });
    expect(ratings()).toEqual([...before, row].sort());
  });

  test("takes the place of what was known of the same footprint and measure", () => {
    const before = ratings();

    const done = load("E54000005,overall,ADVANCED,a better source");

    expect(done).toEqual({ added: 0, replaced: 1, kept: before.length - 1 });
    expect(ratings().filter((row) => row.startsWith("E54000005,overall"))).toEqual([
      "E54000005,overall,ADVANCED,UNSTATED,a better source",
    ]);
  });

  test.each([
    ["a name", "Northamptonshire"],
    ["a name in another case", "NORTHAMPTONSHIRE "],
    ["a code", "E54000020"],
  ])("names a footprint by %s", (_, footprint) => {
    load(`${footprint},overall,ADVANCED,a source`);

    expect(ratings()).toContain("E54000020,overall,ADVANCED,UNSTATED,a source");
  });

  test.each(["MAKING_PROGRESS", "Making progress", "making progress"])("gives a rating as %s", (rating) => {
    load(`E54000020,overall,${rating},a source`);

    expect(ratings()).toContain("E54000020,overall,MAKING_PROGRESS,UNSTATED,a source");
  });

  test("may say how good each source is, in any order of columns", () => {
    const file = join(folder, "fuller.csv");
    writeFileSync(
      file,
      "source,confidence,measure,rating,footprint\na list,PUBLISHED_LIST,overall,ADVANCED,E54000020\n",
    );

    loadRatings(folder, file);

    expect(ratings()).toContain("E54000020,overall,ADVANCED,PUBLISHED_LIST,a list");
  });

  test("loaded twice changes nothing the second time", () => {
    load("E54000020,overall,ADVANCED,a source");
    const once = ratings();
    load("E54000020,overall,ADVANCED,a source");

    expect(ratings()).toEqual(once);
  });
});

describe("a table is refused whole", () => {
  test("with every problem together, and nothing is written", () => {
    const before = readFileSync(join(folder, "ratings.csv"), "utf8");

    const found = problems(
      "Northamptonshyre,overall,ADVANCED,a source",
      "E54000020,overall,GOOD,a source",
      "E54000020,finance,ADVANCED,a source",
      "E54000021,overall,ADVANCED,",
      "E54000022,overall,ADVANCED,a source",
      "E54000022,overall,ADVANCED,a source",
    );

    expect(found).toEqual([
      "row 2: a footprint's code or name; the nearest is Northamptonshire",
      "row 3: a rating on the scale of overall: OUTSTANDING, ADVANCED, MAKING_PROGRESS, NEEDS_MOST_IMPROVEMENT",
      "row 4: a measure: overall, leadership",
      "row 5: a source",
      "row 7: one rating for each footprint and measure; row 6 gives it too",
    ]);
    expect(readFileSync(join(folder, "ratings.csv"), "utf8")).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("when a column is missing", () => {
    const file = join(folder, "fuller.csv");
    writeFileSync(file, "footprint,rating\nE54000020,ADVANCED\n");

    expect(() => loadRatings(folder, file)).toThrow("the columns footprint, measure, rating, source");
  });

  test("when there is no such file", () => {
    expect(() => loadRatings(folder, join(folder, "nowhere.csv"))).toThrow("nowhere.csv, file: missing");
  });

  test("when there is no such edition", () => {
    expect(() => loadRatings(join(folder, "stp-1817"), join(folder, "ratings.csv"))).toThrow("edition stp-1817");
  });
});
