import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AssignmentError } from "../../../src/analysis/errors.js";
import { type Scenario, scenario } from "../../../src/analysis/scenario/scenario.js";
import type { IndexedFacts } from "../../../src/model/facts.js";
import { lookupFacts, readExpected } from "../../support/lookup-facts.js";
import { anySmallFacts, type SmallOverlap, smallFacts } from "../../support/small-facts.js";

describe.each(["stp-2017", "icb-2024"])("the best fit of %s", (edition) => {
  const facts = lookupFacts(edition);

  test.each(["UPPER", "LOWER"] as const)("on tier %s by people moves what the lookup says", (tier) => {
    const { bestFit } = readExpected(edition).tiers[tier];

    const found = scenario(facts, { tier });

    expect(
      found.moves.map(({ authority, from, to, population }) => [authority.code, from.code, to.code, population]),
    ).toEqual(bestFit.moves);
    expect(found.councilsMoved).toBe(bestFit.authoritiesMoved);
    expect(found.populationMoved).toBe(bestFit.peopleMoved);
    expect(found.footprints.map(({ footprint, populationAfter }) => [footprint.code, populationAfter])).toEqual(
      bestFit.footprintPeopleAfter,
    );
  });
});

test("the best fit of 2017 moves 14 councils and 2,435,129 people in 18 pieces", () => {
  const { councilsMoved, moves, populationMoved } = scenario(lookupFacts("stp-2017"));

  expect([councilsMoved, moves.length, populationMoved]).toEqual([14, 18, 2_435_129]);
});

/** F and G share council A 60 to 40; G has B to itself. */
const shared: readonly SmallOverlap[] = [
  { footprint: "F", authority: "A", areaKm2: 6 },
  { footprint: "G", authority: "A", areaKm2: 4 },
  { footprint: "G", authority: "B", areaKm2: 5 },
];
const assign = (authorityCode: string, footprintCode: string) => ({
  authorityCode: authorityCode as never,
  footprintCode: footprintCode as never,
});

describe("a scenario", () => {
  test("says what each footprint gives up, and has before and after", () => {
    const found = scenario(smallFacts(shared));

    expect(found.moves.map(({ from, to, population, areaM2 }) => [from.code, to.code, population, areaM2])).toEqual([
      ["G", "F", 400, 4e6],
    ]);
    expect(found.areaMovedM2).toBe(4e6);
    expect(found.footprints).toMatchObject([
      { populationBefore: 600, populationAfter: 1000, verdictAfter: "SAME_AS_ONE" },
      { populationBefore: 900, populationAfter: 500, verdictAfter: "SAME_AS_ONE" },
    ]);
  });

  test("sends a council where it is assigned, even to a footprint it does not touch", () => {
    const found = scenario(smallFacts(shared), { assignments: [assign("A", "G"), assign("B", "F")] });

    expect(found.moves.map(({ authority, from, to }) => `${authority.code}: ${from.code} to ${to.code}`)).toEqual([
      "A: F to G",
      "B: G to F",
    ]);
    expect(found.councilsMoved).toBe(2);
  });

  test("leaves a footprint without councils with verdict NONE and nobody in it", () => {
    const found = scenario(smallFacts(shared), { assignments: [assign("A", "G")] });

    expect(found.footprints[0]).toMatchObject({ populationAfter: 0, verdictAfter: "NONE", authorities: [] });
    expect(found.agreementAfter.verdictCounts.at(-1)).toEqual({ verdict: "NONE", count: 1 });
  });

  test("does not move slivers", () => {
    const thin = shared.map((pair) => (pair.footprint + pair.authority === "GA" ? { ...pair, thicknessM: 9 } : pair));

    expect(scenario(smallFacts(thin)).moves).toEqual([]);
  });

  test("by area works where people are not known", () => {
    const unknown = smallFacts(shared.map((pair) => ({ ...pair, people: null })));

    expect(scenario(unknown, { weight: "AREA" })).toMatchObject({ councilsMoved: 1, populationMoved: null });
  });

  test.each([
    ["there is no such council", [assign("Z", "F")], "UPPER"],
    ["there is no such footprint", [assign("A", "Z")], "UPPER"],
    ["more than once", [assign("A", "F"), assign("A", "G")], "UPPER"],
    ["not in tier LOWER", [assign("A", "F")], "LOWER"],
  ] as const)("is refused when %s", (reason, assignments, tier) => {
    const facts = smallFacts(shared, { types: { A: "COUNTY" } });

    expect(() => scenario(facts, { tier, assignments })).toThrow(AssignmentError);
    expect(() => scenario(facts, { tier, assignments })).toThrow(reason);
  });
});

/** The map as a scenario leaves it: every council whole in its new footprint. */
function redraw({ footprints }: Scenario, facts: IndexedFacts): IndexedFacts {
  return smallFacts(
    footprints.flatMap(({ footprint, authorities }) =>
      authorities.map(({ code, areaM2, population }) => ({
        footprint: footprint.code,
        authority: code,
        areaKm2: areaM2 / 1e6,
        people: population,
      })),
    ),
    { toleranceM: facts.edition.sliverToleranceM },
  );
}

const anyWeight = fc.constantFrom("AREA" as const, "POPULATION" as const);

test("redrawing the redrawn map changes nothing", () => {
  fc.assert(
    fc.property(anySmallFacts, anyWeight, (facts, weight) => {
      const again = scenario(redraw(scenario(facts, { weight }), facts), { weight });

      expect(again).toMatchObject({ councilsMoved: 0, populationMoved: 0, areaMovedM2: 0 });
    }),
  );
});

test("redrawing neither loses nor gains people", () => {
  fc.assert(
    fc.property(anySmallFacts, anyWeight, (facts, weight) => {
      const { footprints } = scenario(facts, { weight });
      const total = (counts: readonly (number | null)[]) =>
        counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);

      expect(total(footprints.map(({ populationAfter }) => populationAfter))).toBe(
        total(footprints.map(({ populationBefore }) => populationBefore)),
      );
    }),
  );
});
