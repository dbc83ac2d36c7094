import { expect, test } from "vitest";
import { authorityType } from "../../../src/import/columns/code-patterns.js";

test.each([
  ["E06000018", "UNITARY", "Nottingham"],
  ["E07000170", "DISTRICT", "Ashfield"],
  ["E08000021", "METROPOLITAN_DISTRICT", "Newcastle upon Tyne"],
  ["E09000001", "LONDON_BOROUGH", "the City of London"],
  ["E10000024", "COUNTY", "Nottinghamshire"],
  ["W06000015", "UNITARY", "Cardiff"],
  ["S12000033", "UNITARY", "Aberdeen City"],
  ["N09000003", "UNITARY", "Belfast, in no county that governs"],
  ["E05000001", "OTHER", "a ward"],
  ["E0700017", "OTHER", "a sign too few"],
  ["mine", "OTHER", "a code of one's own"],
])("by its code %s is %s: %s", (code, type) => {
  expect(authorityType(code)).toBe(type);
});
