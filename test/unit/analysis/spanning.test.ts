import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spanningAuthorities } from "../../../src/analysis/spanning/spanning-authorities.js";
import { spanningSensitivity } from "../../../src/analysis/spanning/spanning-sensitivity.js";
import type { AuthorityType } from "../../../src/model/area.js";
import { lookupFacts, readExpected } from "../../support/lookup-facts.js";
import { anySmallFacts, smallFacts } from "../../support/small-facts.js";

const EDITIONS = ["stp-2017", "icb-2024"] as const;
const TIERS = ["UPPER", "LOWER"] as const;
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe.each(EDITIONS)("spanning councils of %s", (edition) => {
  const facts = lookupFacts(edition);

  test.each(TIERS)("of tier %s are those of the lookup, in the same order", (tier) => {
    const found = spanningAuthorities(facts, { tier }).map(
      ({ authority, footprintCount, overlaps, shareOutsideMain }) => ({
        code: authority.code,
        footprintCount,
        mainFootprint: overlaps[0]?.footprintCode,
        shareOutsideMain: Number(shareOutsideMain.toFixed(12)),
      }),
    );

    expect(found).toEqual(
      readExpected(edition)
        .tiers[tier].spanning.map((row) => ({ ...row, shareOutsideMain: Number(row.shareOutsideMain.toFixed(12)) }))
        .map(({ code, footprintCount, mainFootprint, shareOutsideMain }) => ({
          code,
          footprintCount,
          mainFootprint,
          shareOutsideMain,
        })),
    );
  });

  const cases = TIERS.flatMap((tier) =>
    Object.entries(readExpected(edition).tiers[tier].sensitivity).map(([type, steps]) => ({ tier, type, steps })),
  );
  test.each(cases)(
    "of tier $tier, types $type, depend on the least share as the lookup says",
    ({ tier, type, steps }) => {
      const types = type === "ALL" ? {} : { types: [type as AuthorityType] };
      const found = spanningSensitivity(facts, { tier, ...types }).map((step) => ({
        ...step,
        leaving: codes(step.leaving),
      }));

      expect(found.map(({ count, leaving }) => [count, leaving])).toEqual(
        steps.map(({ count, leaveAbove }) => [count, leaveAbove]),
      );
      found.forEach(({ fromShare, toShare }, i) => {
        expect(fromShare).toBeCloseTo(steps[i]!.fromShare, 12);
        expect(toShare).toBeCloseTo(steps[i]!.toShare, 12);
      });
    },
  );
});

test("seven county councils have at least 5 % of their people in each of two footprints of 2017", () => {
  const seven = spanningAuthorities(lookupFacts("stp-2017"), { types: ["COUNTY"], minShare: 0.05 });

  expect(seven.map(({ authority }) => authority.name).sort()).toEqual([
    "Cumbria",
    "Essex",
    "Hampshire",
    "North Yorkshire",
    "Nottinghamshire",
    "Suffolk",
    "Surrey",
  ]);
});

describe("a council", () => {
  const facts = smallFacts([
    { footprint: "F", authority: "A", areaKm2: 70 },
    { footprint: "G", authority: "A", areaKm2: 20 },
    { footprint: "H", authority: "A", areaKm2: 10 },
    { footprint: "G", authority: "B", areaKm2: 40, people: 9000 },
    { footprint: "H", authority: "B", areaKm2: 60, people: 1000 },
    { footprint: "H", authority: "C", areaKm2: 80 },
  ]);
  const answer = (options = {}) =>
    spanningAuthorities(facts, options).map(({ authority, footprintCount }) => `${authority.code}${footprintCount}`);

  test("is listed with the overlaps that count, largest first", () => {
    const [a] = spanningAuthorities(facts, { minShare: 0.15 });

    expect(a?.authority.code).toBe("A");
    expect(a?.overlaps.map(({ footprintCode }) => footprintCode)).toEqual(["F", "G"]);
  });

  test("has the share outside its main footprint over all real overlaps, whatever counts", () => {
    expect(spanningAuthorities(facts, { minShare: 0.15 })[0]?.shareOutsideMain).toBeCloseTo(0.3, 12);
  });

  test("counts at exactly the least share", () => {
    expect(answer({ minShare: 0.1 })).toEqual(["A3", "B2"]);
    expect(answer({ minShare: 0.1000001 })).toEqual(["A2"]);
  });

  test("needs as many footprints as asked", () => {
    expect(answer({ minFootprints: 3 })).toEqual(["A3"]);
    expect(answer({ minFootprints: 1 })).toEqual(["A3", "B2", "C1"]);
  });

  test("says when its main footprint by area is another", () => {
    const differing = spanningAuthorities(facts).filter(({ mainDiffersByWeight }) => mainDiffersByWeight);

    expect(differing.map(({ authority }) => authority.code)).toEqual(["B"]);
  });

  test("does not span by slivers, unless the tolerance is smaller", () => {
    const thin = smallFacts([
      { footprint: "F", authority: "A", areaKm2: 99 },
      { footprint: "G", authority: "A", areaKm2: 1, thicknessM: 60 },
      { footprint: "G", authority: "B", areaKm2: 99 },
    ]);

    expect(spanningAuthorities(thin)).toEqual([]);
    expect(spanningAuthorities(thin, { toleranceM: 50 })).toHaveLength(1);
  });

  test("spans where nobody lives only while no least share is asked", () => {
    const empty = smallFacts([
      { footprint: "F", authority: "A", people: 0 },
      { footprint: "G", authority: "A", people: 0 },
    ]);

    expect(spanningAuthorities(empty)[0]?.shareOutsideMain).toBe(0);
    expect(spanningAuthorities(empty, { minShare: 1e-9 })).toEqual([]);
    expect(spanningSensitivity(empty).map(({ toShare, count }) => [toShare, count])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});

test("a map on which nothing spans has one step from 0 to 1", () => {
  const facts = smallFacts([{ footprint: "F", authority: "A" }]);

  expect(spanningSensitivity(facts)).toEqual([{ fromShare: 0, toShare: 1, count: 0, leaving: [] }]);
});

const anyWeight = fc.constantFrom("AREA" as const, "POPULATION" as const);

test("a larger least share never finds more councils", () => {
  fc.assert(
    fc.property(
      anySmallFacts,
      anyWeight,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (facts, weight, one, other) => {
        const count = (minShare: number) => spanningAuthorities(facts, { weight, minShare }).length;

        expect(count(Math.max(one, other))).toBeLessThanOrEqual(count(Math.min(one, other)));
      },
    ),
  );
});

test("every step holds at its end, just above its start and in its middle", () => {
  fc.assert(
    fc.property(anySmallFacts, anyWeight, fc.integer({ min: 1, max: 4 }), (facts, weight, minFootprints) => {
      const steps = spanningSensitivity(facts, { weight, minFootprints });

      expect(steps[0]?.fromShare).toBe(0);
      expect(steps.at(-1)?.toShare).toBe(1);
      for (const { fromShare, toShare, count, leaving } of steps) {
        const at = (minShare: number) => spanningAuthorities(facts, { weight, minFootprints, minShare }).length;
        expect(at(toShare)).toBe(count);
        if (fromShare < toShare) expect(at((fromShare + toShare) / 2)).toBe(count);
        const next = steps.find((step) => step.fromShare === toShare && step.toShare > toShare);
        if (next !== undefined && toShare < 1) expect(next.count).toBe(count - leaving.length);
      }
    }),
  );
});
