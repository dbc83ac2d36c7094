import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEdition } from "../../../src/edition/read-edition.js";
import { type Edit, editFile, problemsOf, problemsWith } from "../../support/edit-edition.js";
import { smallGeodata } from "../../support/small-edition.js";

describe("an edition as the project compiles it", () => {
  it("is read without a problem", () => {
    expect(problemsWith()).toEqual([]);
  });

  it.each(["blocks.csv", "aliases.csv", "members.csv", "schemes.csv", "claims.csv", "parts.csv", "leaders.csv"])(
    "is read without a problem when it has no %s",
    (file) => {
      const { edition } = smallGeodata();
      rmSync(join(edition, file));
      if (file === "schemes.csv") rmSync(join(edition, "ratings.csv"));

      expect(problemsOf(edition)).toEqual([]);
    },
  );

  it("is read alike from files with a byte-order mark, Windows line ends, spaces around cells and empty lines", () => {
    const { edition } = smallGeodata();
    const before = readEdition(edition);
    const text = readFileSync(join(edition, "areas.csv"), "utf8");
    const [header = "", ...rows] = text.replace(/,(?=[^" ])/g, " , ").split("\n");
    writeFileSync(join(edition, "areas.csv"), `\uFEFF${[header, "", ...rows].join("\r\n")}`);

    const after = readEdition(edition);

    expect(after).toEqual(before);
  });
});

describe("what is wrong with a manifest is told with its place and value:", () => {
  it.each<[what: string, edit: Edit, where: string, value: unknown]>([
    ["no JSON", { whole: "{" }, "file", null],
    ["a name that is no edition's", ['"id": "small"', '"id": "Small edition"'], "id", "Small edition"],
    ["a day that is none", ["2017-12-31", "2017-13-31"], "date", '"2017-13-31"'],
    ["a tolerance below 0", ['"sliverToleranceM": 200', '"sliverToleranceM": -1'], "sliverToleranceM", "-1"],
    ["a title that is missing", ['"title": "Two footprints",', ""], "title", null],
    ["a field that nobody knows", ['"title": "Two', '"titel": "", "title": "Two'], "file", expect.any(String)],
    ["a source's sum that is none", [/"sha256": "[0-9a-f]{64}"/, '"sha256": "abc"'], "sources.0.sha256", '"abc"'],
    ["no sources", [/"sources": \[.*\]/s, '"sources": []'], "sources", "[]"],
  ])("%s", (_, edit, where, value) => {
    expect(problemsWith(["edition.json", edit])).toEqual([
      { file: "edition.json", where, value, expected: expect.any(String) },
    ]);
  });
});

describe("all problems are reported together:", () => {
  it("those of one file", () => {
    const problems = problemsWith(["blocks.csv", { added: "E01000001,-0.9,91,12.5\nE01000009,-200,51,ten\n" }]);

    expect(problems.map(({ where, value }) => `${where} ${value}`)).toEqual([
      "row 6 E01000001",
      "row 6 91",
      "row 6 12.5",
      "row 7 -200",
      "row 7 ten",
    ]);
  });

  it("those of two files", () => {
    const problems = problemsWith(["ratings.csv", ["overall,POOR", "overall,BAD"]], ["leaders.csv", ["A Person", ""]]);

    expect(problems.map(({ file, where }) => `${file} ${where}`)).toEqual(["ratings.csv row 2", "leaders.csv row 2"]);
  });

  it("in one message, a line each, with the edition's name", () => {
    const { edition } = smallGeodata();
    editFile(edition, "ratings.csv", ["overall,POOR", "overall,BAD"]);
    editFile(edition, "leaders.csv", ["A Person", ""]);

    expect(() => readEdition(edition)).toThrow(
      [
        "edition small has 2 problems; nothing was written",
        '  ratings.csv, row 2: "BAD", expected a rating on the scale of overall: GOOD, POOR',
        '  leaders.csv, row 2: "", expected a name',
      ].join("\n"),
    );
  });
});
