import { describe, expect, it } from "vitest";
import type { ValidationIssue } from "../../../src/edition/validation-issue.js";
import { type Edit, problemsWith } from "../../support/edit-edition.js";
import { EAST, KENT, WEST } from "../../support/small-edition.js";

type Case = readonly [what: string, file: string, edit: Edit, problem: Omit<ValidationIssue, "file">];

describe("what is wrong with a table is told with file, row, value and what was expected:", () => {
  const CASES: readonly Case[] = [
    [
      "an alias for a code that its layer does not have",
      "aliases.csv",
      { added: `footprints,${KENT},The Garden\n` },
      { where: "row 4", value: KENT, expected: "a code of footprints in areas.csv" },
    ],
    [
      "an alias in a layer that is none",
      "aliases.csv",
      { added: `stp,${WEST},Wessex\n` },
      { where: "row 4", value: "stp", expected: "a layer: footprints, upper_tier, lower_tier, members" },
    ],
    [
      "an alias without a word",
      "aliases.csv",
      { added: `footprints,${WEST},\n` },
      { where: "row 4", value: "", expected: "an alias" },
    ],
    [
      "a member that is not there",
      "members.csv",
      { added: `E38000009,${WEST}\n` },
      { where: "row 5", value: "E38000009", expected: "a member of areas.csv" },
    ],
    [
      "a member of a footprint that is not there",
      "members.csv",
      [`E38000002,${EAST}`, "E38000002,E54000009"],
      { where: "row 3", value: "E54000009", expected: "a footprint of areas.csv" },
    ],
    [
      "a member of two footprints",
      "members.csv",
      { added: `E38000001,${EAST}\n` },
      { where: "row 5", value: "E38000001", expected: "one row for each member" },
    ],
    [
      "a rating that is off the scale",
      "ratings.csv",
      ["overall,POOR", "overall,BAD"],
      { where: "row 2", value: "BAD", expected: "a rating on the scale of overall: GOOD, POOR" },
    ],
    [
      "a rating of a measure without a scale",
      "ratings.csv",
      { added: `${WEST},leadership,GOOD,PRESS,The Gazette\n` },
      { where: "row 4", value: "leadership", expected: "a measure of schemes.csv" },
    ],
    [
      "a rating of a footprint that is not there",
      "ratings.csv",
      { added: "E54000009,overall,GOOD,PRESS,The Gazette\n" },
      { where: "row 4", value: "E54000009", expected: "a footprint of areas.csv" },
    ],
    [
      "a second rating of a footprint on one measure",
      "ratings.csv",
      { added: `${WEST},overall,POOR,PRESS,The Gazette\n` },
      { where: "row 4", value: `${WEST} overall`, expected: "one rating for each footprint and measure" },
    ],
    [
      "a rating without a source",
      "ratings.csv",
      ["PUBLISHED_LIST,The list", "PUBLISHED_LIST,"],
      { where: "row 3", value: "", expected: "at least one source" },
    ],
    [
      "a value that a scale has twice",
      "schemes.csv",
      { added: "overall,GOOD,Fine,3,\n" },
      { where: "row 4", value: "GOOD", expected: "a rating that its measure has once" },
    ],
    [
      "a rank that is no whole number",
      "schemes.csv",
      { added: "overall,FAIR,Fair,first,\n" },
      { where: "row 4", value: "first", expected: "a whole number from 0 to 2147483647" },
    ],
    [
      "a published total that is no whole number",
      "schemes.csv",
      { added: "overall,FAIR,Fair,3,some\n" },
      { where: "row 4", value: "some", expected: "a whole number from 0 to 2147483647" },
    ],
    [
      "a value of no measure",
      "schemes.csv",
      { added: ",FAIR,Fair,,\n" },
      { where: "row 4", value: "", expected: "a measure" },
    ],
    [
      "a claim with the id of another",
      "claims.csv",
      { added: `kent-in-two,FOOTPRINTS_OF_COUNCIL,${KENT},3,Kent is in three,The Echo\n` },
      { where: "row 3", value: "kent-in-two", expected: "an id that no other row has" },
    ],
    [
      "a claim about a council that is not there",
      "claims.csv",
      { added: "essex,FOOTPRINTS_OF_COUNCIL,E10000012,3,Essex is in three,The Echo\n" },
      { where: "row 3", value: "E10000012", expected: "a code of areas.csv" },
    ],
    [
      "a claim without a source",
      "claims.csv",
      ["Kent is in two,The Gazette", "Kent is in two,"],
      { where: "row 2", value: "", expected: "a cell under source" },
    ],
    [
      "a part of a footprint that is not there",
      "parts.csv",
      { added: "E54000009,Middle,E38000002,The plan\n" },
      { where: "row 4", value: "E54000009", expected: "a footprint of areas.csv" },
    ],
    [
      "a part with a member that is not there",
      "parts.csv",
      { added: `${EAST},Middle,E38000002 E38000009,The plan\n` },
      { where: "row 4", value: "E38000009", expected: "a member of areas.csv" },
    ],
    [
      "a leader of a footprint that is not there",
      "leaders.csv",
      { added: "E54000009,Another Person,Kent,COUNCIL,The plan\n" },
      { where: "row 3", value: "E54000009", expected: "a footprint of areas.csv" },
    ],
    ["a leader without a name", "leaders.csv", ["A Person", ""], { where: "row 2", value: "", expected: "a name" }],
  ];

  it.each(CASES)("%s (%s)", (_, file, edit, problem) => {
    expect(problemsWith([file, edit])).toEqual([{ file, ...problem }]);
  });
});

describe("what is wrong with any table as CSV is told the same way:", () => {
  const CASES: readonly Case[] = [
    [
      "a column that is missing",
      "leaders.csv",
      ["organisation", "organization"],
      {
        where: "header",
        value: "footprint,name,organization,sector,source",
        expected: "the columns footprint, name, organisation, sector, source",
      },
    ],
    [
      "a row with a cell too many",
      "parts.csv",
      { added: `${EAST},Middle,E38000002,The plan,page 3\n` },
      { where: "row 4", value: `${EAST},Middle,E38000002,The plan,page 3`, expected: "4 cells, as in the header" },
    ],
    [
      "a quotation mark that is never closed",
      "leaders.csv",
      { whole: `footprint,name,organisation,sector,source\n${WEST},"A Person,Kent,COUNCIL,The plan\n` },
      { where: "row 2", value: expect.stringContaining("Quote"), expected: "cells as in RFC 4180" },
    ],
    [
      "a text in another encoding than UTF-8",
      "leaders.csv",
      {
        whole: Buffer.from(
          `footprint,name,organisation,sector,source\n${WEST},Zo\xeb,Kent,COUNCIL,The plan\n`,
          "latin1",
        ),
      },
      { where: "file", value: "not UTF-8", expected: "a CSV file in UTF-8" },
    ],
  ];

  it.each(CASES)("%s (%s)", (_, file, edit, problem) => {
    expect(problemsWith([file, edit])).toEqual([{ file, ...problem }]);
  });

  it("a row after empty lines and a cell of two lines, counted as a spreadsheet counts", () => {
    const added = `\n\n${EAST},"Another\nPerson",Kent,COUNCIL,The plan\nE54000009,A Third,Kent,COUNCIL,The plan\n`;

    expect(problemsWith(["leaders.csv", { added }]).map(({ where, value }) => [where, value])).toEqual([
      ["row 6", "E54000009"],
    ]);
  });
});
