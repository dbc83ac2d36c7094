import { describe, expect, test } from "vitest";
import { UnknownPopulationError } from "../../../src/analysis/errors.js";
import { overlapShares } from "../../../src/analysis/shares.js";
import { mainFootprint } from "../../../src/analysis/spanning/main-footprint.js";
import type { IndexedFacts } from "../../../src/model/facts.js";
import { smallFacts } from "../../support/small-facts.js";

const mainOfA = (facts: IndexedFacts, weight?: "AREA" | "POPULATION") =>
  mainFootprint("A" as never, facts, { weight })?.footprintCode;

describe("the main footprint", () => {
  test("holds most of the council by the weight asked for", () => {
    const facts = smallFacts([
      { footprint: "F", authority: "A", areaKm2: 9, people: 100 },
      { footprint: "G", authority: "A", areaKm2: 1, people: 900 },
    ]);

    expect(mainOfA(facts)).toBe("G");
    expect(mainOfA(facts, "AREA")).toBe("F");
  });

  test("has the larger area when people are level, and the lower code when area is too", () => {
    const level = smallFacts([
      { footprint: "F", authority: "A", areaKm2: 1, people: 50 },
      { footprint: "G", authority: "A", areaKm2: 2, people: 50 },
    ]);
    const alike = smallFacts([
      { footprint: "G", authority: "A", areaKm2: 2, people: 50 },
      { footprint: "F", authority: "A", areaKm2: 2, people: 50 },
    ]);

    expect(mainOfA(level)).toBe("G");
    expect(mainOfA(alike)).toBe("F");
  });

  test("is the largest by area where nobody lives", () => {
    const facts = smallFacts([
      { footprint: "F", authority: "A", areaKm2: 1, people: 0 },
      { footprint: "G", authority: "A", areaKm2: 2, people: 0 },
    ]);

    expect(mainOfA(facts)).toBe("G");
  });

  test("is no sliver while there is a real overlap", () => {
    const facts = smallFacts([
      { footprint: "F", authority: "A", areaKm2: 5, people: 10 },
      { footprint: "G", authority: "A", areaKm2: 1, people: 90, thicknessM: 3 },
      { footprint: "G", authority: "B", areaKm2: 50 },
    ]);

    expect(mainOfA(facts)).toBe("F");
  });

  test("is null for a council that no footprint touches", () => {
    const facts = smallFacts([{ footprint: "F", authority: "A" }]);

    expect(mainFootprint("B" as never, facts)).toBeNull();
  });

  test("by people is refused with the remedy where people are not known", () => {
    const facts = smallFacts([{ footprint: "F", authority: "A", people: null }]);

    expect(() => mainOfA(facts)).toThrow(UnknownPopulationError);
    expect(() => mainOfA(facts)).toThrow(/"made-up" has no population figures.*weight: AREA/);
    expect(mainOfA(facts, "AREA")).toBe("F");
  });
});

describe("shares of an overlap", () => {
  test("are of both sides, by land and by people", () => {
    const facts = smallFacts([
      { footprint: "F", authority: "A", areaKm2: 1, people: 30 },
      { footprint: "F", authority: "B", areaKm2: 3, people: 10 },
      { footprint: "G", authority: "A", areaKm2: 9, people: 90 },
    ]);

    expect(overlapShares(facts.overlaps[0]!, facts)).toEqual({
      ofFootprintArea: 0.25,
      ofAuthorityArea: 0.1,
      ofFootprintPopulation: 0.75,
      ofAuthorityPopulation: 0.25,
    });
  });

  test("by people are null for 0 of 0 and where people are not known", () => {
    const empty = smallFacts([{ footprint: "F", authority: "A", people: 0 }]);
    const unknown = smallFacts([{ footprint: "F", authority: "A", people: null }]);

    for (const facts of [empty, unknown]) {
      expect(overlapShares(facts.overlaps[0]!, facts)).toMatchObject({
        ofFootprintPopulation: null,
        ofAuthorityPopulation: null,
        ofAuthorityArea: 1,
      });
    }
  });
});
