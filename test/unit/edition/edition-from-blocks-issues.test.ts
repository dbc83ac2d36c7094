import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dissolveEdition } from "../../../src/edition/dissolve/dissolve-edition.js";
import { EditionError, type ValidationIssue } from "../../../src/edition/validation-issue.js";
import {
  blockTopology,
  EAST,
  INPUT_TABLES,
  MEDWAY,
  RECIPE,
  SQUARES,
  smallGeodata,
  smallInput,
  temporaryFolder,
  WEST,
} from "../../support/small-edition.js";

type Changes = Parameters<typeof smallInput>[0];

/** The problems of the small edition's inputs with some files put otherwise. */
function problemsOf(changes: Changes): readonly ValidationIssue[] {
  const target = join(temporaryFolder(), "small");
  try {
    dissolveEdition(RECIPE, { folder: smallInput(changes), target });
  } catch (error) {
    if (!(error instanceof EditionError)) throw error;
    expect(existsSync(target)).toBe(false);
    return error.problems;
  }
  throw new Error("the edition was compiled");
}

describe("inputs that do not fit together", () => {
  const blocks = INPUT_TABLES["blocks.csv"] ?? "";
  const squares = (...codes: string[]) =>
    JSON.stringify(blockTopology(Object.fromEntries(codes.map((code) => [code, SQUARES.E01000001 ?? []]))));

  it.each<[what: string, changes: NonNullable<Changes>, problem: object]>([
    [
      "a block in the table that is not drawn",
      { "blocks.topojson": squares("E01000001", "E01000002", "E01000003") },
      { file: "blocks.topojson", where: "block E01000004", value: null, expected: "a boundary, as in the table" },
    ],
    [
      "a block that is drawn and not in the table",
      { "blocks.topojson": squares(...Object.keys(SQUARES), "E01000005") },
      { file: "blocks.csv", where: "block E01000005", value: null, expected: "a row, as there is a boundary" },
    ],
    [
      "a block that is in the table twice",
      { "blocks.csv": `${blocks}E01000004,-0.85,51.15,400,${EAST},${MEDWAY},${MEDWAY},E38000002\n` },
      { file: "blocks.csv", where: "row 6", value: "E01000004", expected: "a block code that no other row has" },
    ],
    [
      "a block that belongs to no footprint",
      { "blocks.csv": blocks.replace(`400,${EAST}`, "400,") },
      { file: "blocks.csv", where: "block E01000004", value: "", expected: "a code in column footprint" },
    ],
    [
      "people that are no whole number",
      { "blocks.csv": blocks.replace(",400,", ",12.5,") },
      { file: "blocks.csv", where: "row 5", value: "12.5", expected: "a whole number from 0 to 2147483647" },
    ],
    [
      "a point off the Earth",
      { "blocks.csv": blocks.replace("51.15,400", "151.15,400") },
      { file: "blocks.csv", where: "row 5", value: "151.15", expected: "a latitude from -90 to 90" },
    ],
    [
      "a layer that the recipe does not know",
      { "areas.csv": `${INPUT_TABLES["areas.csv"]}ward,E05000001,A ward,\n` },
      { file: "areas.csv", where: "row 12", value: "ward", expected: "a layer: stp, upper, lower, ccg" },
    ],
    [
      "an alias for a code that has no name",
      { "aliases.csv": "code,alias\nE54000009,The North\n" },
      { file: "aliases.csv", where: "row 2", value: "E54000009", expected: "a code of the areas table" },
    ],
    [
      "“as above” with nothing above",
      { "parts.csv": `footprint_code,part,ccg_codes,source\n${WEST},North,E38000003,as above\n` },
      { file: "parts.csv", where: "row 2", value: "as above", expected: "a row above it" },
    ],
    [
      "a table that is not there",
      { "leaders.csv": null },
      { file: "leaders.csv", where: "file", value: null, expected: "a CSV file in UTF-8" },
    ],
    [
      "boundaries that are no TopoJSON",
      { "blocks.topojson": "{" },
      { file: "blocks.topojson", where: "file", value: null, expected: "a TopoJSON topology with arcs and objects" },
    ],
    [
      "boundaries under another name",
      { "blocks.topojson": JSON.stringify(blockTopology()).replace('"blocks":', '"lsoa":') },
      { file: "blocks.topojson", where: "objects", value: "lsoa", expected: "the blocks, as object blocks" },
    ],
  ])("are refused, and nothing is written: %s", (_, changes, problem) => {
    expect(problemsOf(changes)).toEqual([problem]);
  });

  it("are reported all together", () => {
    const problems = problemsOf({
      "blocks.csv": blocks.replace(",400,", ",many,").replace(",300,", ",-3,"),
      "aliases.csv": "code,alias\nE54000009,The North\n",
    });

    expect(problems.map(({ file, value }) => `${file} ${value}`)).toEqual(
      expect.arrayContaining(["blocks.csv -3", "blocks.csv many", "aliases.csv E54000009"]),
    );
  });

  it("leave an edition that was compiled before as it was", () => {
    const { edition } = smallGeodata();
    const before = readFileSync(join(edition, "boundaries.topojson"), "utf8");

    expect(() => dissolveEdition(RECIPE, { folder: smallInput({ "blocks.topojson": "{" }), target: edition })).toThrow(
      EditionError,
    );

    expect(readFileSync(join(edition, "boundaries.topojson"), "utf8")).toBe(before);
    expect(readdirSync(edition)).toHaveLength(11);
  });
});
