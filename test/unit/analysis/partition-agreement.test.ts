import { describe, expect, test } from "vitest";
import { partitionAgreement } from "../../../src/analysis/coterminosity/partition-agreement.js";
import { vMeasure } from "../../../src/analysis/coterminosity/v-measure.js";
import { lookupFacts, readExpected } from "../../support/lookup-facts.js";

const cell = (footprintCode: string, authorityCode: string, amount: number) => ({
  footprintCode,
  authorityCode,
  amount,
});

describe.each(["stp-2017", "icb-2024"])("whole-map agreement of %s", (edition) => {
  test.each(["UPPER", "LOWER"] as const)("with tier %s is that of the lookup", (tier) => {
    const { wholeMapAgreement, verdictCounts, spanning } = readExpected(edition).tiers[tier];

    const found = partitionAgreement(lookupFacts(edition), { tier });

    expect(found.footprintGivenAuthority).toBeCloseTo(wholeMapAgreement.footprintGivenAuthority, 12);
    expect(found.authorityGivenFootprint).toBeCloseTo(wholeMapAgreement.authorityGivenFootprint, 12);
    expect(found.vMeasure).toBeCloseTo(wholeMapAgreement.vMeasure, 12);
    expect(Object.fromEntries(found.verdictCounts.map(({ verdict, count }) => [verdict, count]))).toEqual(
      verdictCounts,
    );
    expect(found.spanningCount).toBe(spanning.length);
  });
});

describe("the V-measure", () => {
  test("is 1 when both partitions are the same", () => {
    const same = vMeasure([cell("F", "A", 3), cell("G", "B", 5)]);

    expect(same).toEqual({ footprintGivenAuthority: 1, authorityGivenFootprint: 1, vMeasure: 1 });
  });

  test("is 0 when neither partition tells anything of the other", () => {
    const crossed = [cell("F", "A", 1), cell("F", "B", 1), cell("G", "A", 1), cell("G", "B", 1)];

    expect(vMeasure(crossed)).toEqual({ footprintGivenAuthority: 0, authorityGivenFootprint: 0, vMeasure: 0 });
  });

  test("of two footprints cut from three equal councils is as worked out by hand", () => {
    // ln 3 of information in councils; footprints of 1/3 and 2/3 leave 2/3 ln 2 of it open.
    const { footprintGivenAuthority, authorityGivenFootprint } = vMeasure([
      cell("F", "A", 1),
      cell("G", "B", 1),
      cell("G", "C", 1),
    ]);

    expect(footprintGivenAuthority).toBe(1);
    expect(authorityGivenFootprint).toBeCloseTo(1 - (2 / 3) * (Math.log(2) / Math.log(3)), 12);
  });

  test("is 1 for a partition of one part, which holds nothing to be told", () => {
    expect(vMeasure([cell("F", "A", 1), cell("F", "B", 1)])).toEqual({
      footprintGivenAuthority: 1,
      authorityGivenFootprint: 0,
      vMeasure: 0,
    });
  });

  test("is 0 with nothing to compare", () => {
    const nothing = { footprintGivenAuthority: 0, authorityGivenFootprint: 0, vMeasure: 0 };

    expect(vMeasure([])).toEqual(nothing);
    expect(vMeasure([cell("F", "A", 0)])).toEqual(nothing);
  });
});
