import { describe, expect, test } from "vitest";
import { isSliver, sliverReason } from "../../../src/analysis/sliver.js";
import { smallFacts } from "../../support/small-facts.js";

/** Footprints F and G share council A; G has only a strip of it, 1 of 100 km2, and 99 km2 elsewhere. */
function strip(thicknessM: number, toleranceM = 100) {
  const facts = smallFacts(
    [
      { footprint: "F", authority: "A", areaKm2: 99 },
      { footprint: "G", authority: "A", areaKm2: 1, thicknessM },
      { footprint: "G", authority: "B", areaKm2: 99 },
    ],
    { toleranceM },
  );
  const overlap = facts.overlaps.find(({ footprintCode, authorityCode }) => footprintCode + authorityCode === "GA")!;
  return { facts, overlap };
}

describe("a sliver", () => {
  test("is as thick as the tolerance at most", () => {
    const at = strip(100);
    const above = strip(100.001);

    expect(isSliver(at.overlap, at.facts)).toBe(true);
    expect(isSliver(above.overlap, above.facts)).toBe(false);
  });

  test("is judged by the caller's tolerance where one is given", () => {
    const { facts, overlap } = strip(100);

    expect(isSliver(overlap, facts, 99)).toBe(false);
    expect(isSliver(overlap, facts, 0)).toBe(false);
  });

  test("is never more than half of the council", () => {
    const facts = smallFacts([
      { footprint: "F", authority: "A", areaKm2: 51, thicknessM: 1 },
      { footprint: "G", authority: "A", areaKm2: 49, thicknessM: 1 },
      { footprint: "F", authority: "B", areaKm2: 500 },
      { footprint: "G", authority: "B", areaKm2: 500 },
    ]);
    const [most, least] = facts.overlapsByAuthority.get("A" as never)!;

    expect(isSliver(most!, facts)).toBe(false);
    expect(isSliver(least!, facts)).toBe(true);
  });

  test("is never more than half of the footprint, and exactly half is not more", () => {
    const facts = smallFacts([
      { footprint: "F", authority: "A", areaKm2: 6, thicknessM: 1 },
      { footprint: "F", authority: "B", areaKm2: 4, thicknessM: 1 },
      { footprint: "H", authority: "A", areaKm2: 5, thicknessM: 1 },
      { footprint: "H", authority: "B", areaKm2: 5, thicknessM: 1 },
      { footprint: "G", authority: "A", areaKm2: 500 },
      { footprint: "G", authority: "B", areaKm2: 500 },
    ]);

    const slivers = facts.overlaps.filter((overlap) => isSliver(overlap, facts));

    expect(slivers.map(({ footprintCode, authorityCode }) => footprintCode + authorityCode)).toEqual([
      "FB",
      "HA",
      "HB",
    ]);
  });
});

describe("the reason", () => {
  test("of a sliver gives its thickness, the tolerance and both shares", () => {
    const { facts, overlap } = strip(74.4);

    expect(sliverReason(overlap, facts)).toBe(
      "Sliver: no circle more than 74 m across fits inside it, within the tolerance of 100 m, and it is only 1% of the footprint's land and 1% of the council's.",
    );
  });

  test("of a real overlap gives its thickness and the tolerance, never as the same figure", () => {
    const { facts, overlap } = strip(100.04);

    expect(sliverReason(overlap, facts)).toBe(
      "Real: a circle 100.04 m across fits inside it, more than the tolerance of 100 m.",
    );
  });

  test("of a thin overlap that is most of a council says so", () => {
    const facts = smallFacts([{ footprint: "F", authority: "A", thicknessM: 20 }]);

    expect(sliverReason(facts.overlaps[0]!, facts)).toBe(
      "Real: at 20 m it is no thicker than the tolerance of 100 m, but it is 100% of the footprint's land and 100% of the council's, more than half of one of them.",
    );
  });
});
