import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ValidationIssue } from "../../../src/edition/validation-issue.js";
import { type Edit, problemsOf, problemsWith } from "../../support/edit-edition.js";
import { KENT, MEDWAY, smallGeodata, WEST } from "../../support/small-edition.js";

type Case = readonly [what: string, file: string, edit: Edit, problem: Omit<ValidationIssue, "file">];

describe("what is wrong with areas or blocks is told with file, row, value and what was expected:", () => {
  const CASES: readonly Case[] = [
    [
      "a code that a layer has twice",
      "areas.csv",
      { added: `footprints,${WEST},Far West,,\n` },
      { where: "row 12", value: WEST, expected: "a code that no other row of footprints has" },
    ],
    [
      "a layer that is none",
      "areas.csv",
      { added: "wards,E05000001,A ward,,\n" },
      { where: "row 12", value: "wards", expected: "a layer: footprints, upper_tier, lower_tier, members" },
    ],
    [
      "an area without a name",
      "areas.csv",
      ["E38000001,One", "E38000001,"],
      { where: "row 9", value: "", expected: "a name" },
    ],
    [
      "a council of no known type",
      "areas.csv",
      ["Kent,,COUNTY", "Kent,,SHIRE"],
      {
        where: "row 4",
        value: "SHIRE",
        expected: "a type: COUNTY, DISTRICT, UNITARY, METROPOLITAN_DISTRICT, LONDON_BOROUGH, OTHER",
      },
    ],
    [
      "a footprint with the type of a council",
      "areas.csv",
      ["West,QWW,", "West,QWW,COUNTY"],
      { where: "row 2", value: "COUNTY", expected: "no type: only councils have one" },
    ],
    [
      "a council with another name in the other tier",
      "areas.csv",
      [`lower_tier,${MEDWAY},Medway`, `lower_tier,${MEDWAY},Rochester`],
      { where: `lower_tier ${MEDWAY}`, value: "Rochester", expected: "the name it has in upper_tier, Medway" },
    ],
    [
      "a council of another type in the other tier",
      "areas.csv",
      ["Medway,,UNITARY\nlower_tier", "Medway,,COUNTY\nlower_tier"],
      { where: `lower_tier ${MEDWAY}`, value: "UNITARY", expected: "the type it has in upper_tier, COUNTY" },
    ],
    [
      "people that are no whole number",
      "blocks.csv",
      [",200", ",12.5"],
      { where: "row 3", value: "12.5", expected: "a whole number from 0 to 2147483647" },
    ],
    [
      "people fewer than none",
      "blocks.csv",
      [",200", ",-1"],
      { where: "row 3", value: "-1", expected: "a whole number from 0 to 2147483647" },
    ],
    [
      "people that nobody counted",
      "blocks.csv",
      [",200", ","],
      { where: "row 3", value: "", expected: "a whole number from 0 to 2147483647" },
    ],
    [
      "more people than 32 bits hold",
      "blocks.csv",
      [",200", ",3000000000"],
      { where: "row 3", value: "3000000000", expected: "a whole number from 0 to 2147483647" },
    ],
    [
      "a block that is there twice",
      "blocks.csv",
      ["E01000002", "E01000001"],
      { where: "row 3", value: "E01000001", expected: "a block code that no other row has" },
    ],
    [
      "a longitude off the Earth",
      "blocks.csv",
      ["-0.85,51.05", "-180.5,51.05"],
      { where: "row 3", value: "-180.5", expected: "a longitude from -180 to 180" },
    ],
    [
      "a latitude that is no number",
      "blocks.csv",
      ["-0.85,51.05", "-0.85,north"],
      { where: "row 3", value: "north", expected: "a latitude from -90 to 90" },
    ],
  ];

  it.each(CASES)("%s (%s)", (_, file, edit, problem) => {
    expect(problemsWith([file, edit])).toEqual([{ file, ...problem }]);
  });

  it("a code of another form than its layer's", () => {
    expect(problemsWith(["areas.csv", { added: "members,E3800004,Four,,\n" }])).toContainEqual({
      file: "areas.csv",
      where: "row 12",
      value: "E3800004",
      expected: 'a code of members: "E38" and 6 digits',
    });
  });

  it("no footprints at all", () => {
    const problems = problemsWith([
      "areas.csv",
      {
        whole: `layer,code,name,ods_code,type\nupper_tier,${KENT},Kent,,COUNTY\nlower_tier,${MEDWAY},Medway,,UNITARY\n`,
      },
    ]);

    expect(problems).toContainEqual({
      file: "areas.csv",
      where: "file",
      value: null,
      expected: "at least one row of footprints",
    });
  });

  it.each(["areas.csv", "boundaries.topojson", "edition.json"])("a file that must be there: %s", (file) => {
    const { edition } = smallGeodata();
    rmSync(join(edition, file));

    const [problem] = problemsOf(edition);

    expect(problem).toMatchObject({ file, where: "file", value: null });
  });
});
