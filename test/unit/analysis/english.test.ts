import { describe, expect, test } from "vitest";
import {
  countText,
  distinctMetres,
  footprintText,
  listText,
  percentText,
  pluralise,
  shortCouncilName,
  truncateList,
} from "../../../src/analysis/text/english.js";

test.each([
  [0, "0%"],
  [1e-9, "less than 0.1%"],
  [0.001, "0.1%"],
  [0.0501, "5%"],
  [0.162, "16.2%"],
  [0.99949, "more than 99.9%"],
  [1 - 1e-12, "more than 99.9%"],
  [1, "100%"],
])("a share of %d reads %s", (share, text) => {
  expect(percentText(share)).toBe(text);
});

test("large numbers have commas and small ones are words", () => {
  expect(countText(2_435_129)).toBe("2,435,129");
  expect(pluralise(1, "council")).toBe("one council");
  expect(pluralise(0, "council")).toBe("no councils");
  expect(pluralise(1_200, "council")).toBe("1,200 councils");
});

describe("a list", () => {
  test("joins names as a sentence does", () => {
    expect(listText([])).toBe("none");
    expect(listText(["A"])).toBe("A");
    expect(listText(["A", "B"])).toBe("A and B");
    expect(listText(["A", "B", "C"])).toBe("A, B and C");
  });

  test("has a last comma when a name has an and of its own", () => {
    expect(listText(["Slough", "Reading", "Windsor and Maidenhead"])).toBe(
      "Slough, Reading, and Windsor and Maidenhead",
    );
  });

  test("says how many it does not name", () => {
    expect(truncateList(["A", "B", "C", "D"], 3)).toBe("A, B and two others");
    expect(truncateList(["A", "B", "C"], 3)).toBe("A, B and C");
  });
});

test("two lengths never read the same unless they are", () => {
  expect(distinctMetres(1_158.2, 150)).toEqual(["1,158 m", "150 m"]);
  expect(distinctMetres(150.04, 150)).toEqual(["150.04 m", "150 m"]);
  expect(distinctMetres(150, 150)).toEqual(["150 m", "150 m"]);
});

test("names read as they are spoken", () => {
  expect(shortCouncilName("Bristol, City of")).toBe("Bristol");
  expect(shortCouncilName("Herefordshire, County of")).toBe("Herefordshire");
  expect(footprintText("The Black Country", "sustainability and transformation partnership")).toBe(
    "the Black Country footprint",
  );
  expect(footprintText("NHS Devon Integrated Care Board", "integrated care board")).toBe(
    "NHS Devon Integrated Care Board",
  );
});
