import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readExpected } from "../../support/lookup-facts.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";
import { openRealApi, type RealApi } from "./real-api.js";

interface Step {
  readonly fromShare: number;
  readonly toShare: number;
  readonly count: number;
  readonly leaving: readonly { readonly code: string }[];
}

const SENSITIVITY = `
  query ($edition: ID, $tier: Tier, $types: [AuthorityType!]) {
    spanningSensitivity(edition: $edition, tier: $tier, types: $types) {
      fromShare toShare count leaving { code }
    }
  }`;

const CASES = (["stp-2017", "icb-2024"] as const).flatMap((edition) =>
  (["UPPER", "LOWER"] as const).flatMap((tier) =>
    Object.entries(readExpected(edition).tiers[tier].sensitivity).map(([type, steps]) => ({
      edition,
      tier,
      type,
      steps,
    })),
  ),
);

let api: RealApi;

beforeAll(async () => {
  api = await openRealApi();
}, BUILD_TIMEOUT_MS);
afterAll(() => api.close());

async function sensitivity(variables: Readonly<Record<string, unknown>>): Promise<readonly Step[]> {
  return (await api.ask<{ spanningSensitivity: Step[] }>(SENSITIVITY, variables)).spanningSensitivity;
}

describe.each(CASES)("the steps of $edition, tier $tier, types $type,", ({ edition, tier, type, steps }) => {
  test("are those of the lookup", async () => {
    const found = await sensitivity({ edition, tier, types: type === "ALL" ? null : [type] });

    expect(found.map(({ count, leaving }) => [count, leaving.map(({ code }) => code)])).toEqual(
      steps.map(({ count, leaveAbove }) => [count, leaveAbove]),
    );
    found.forEach(({ fromShare, toShare }, i) => {
      expect(fromShare).toBeCloseTo(steps[i]!.fromShare, 12);
      expect(toShare).toBeCloseTo(steps[i]!.toShare, 12);
    });
  });
});

test("seven upper-tier councils span above 14.22 % and up to 15.46 %, seven counties above 4.21 % and up to 12.23 %", async () => {
  const rangeOfSeven = async (types: readonly string[] | null) => {
    const seven = (await sensitivity({ types })).filter(({ count }) => count === 7);
    return seven.map(({ fromShare, toShare }) => [fromShare, toShare].map((share) => (100 * share).toFixed(2)));
  };

  expect(await rangeOfSeven(null)).toEqual([["14.22", "15.46"]]);
  expect(await rangeOfSeven(["COUNTY"])).toEqual([["4.21", "12.23"]]);
});

test("each step's count is what spanningAuthorities gives inside it", async () => {
  for (const { fromShare, toShare, count } of await sensitivity({})) {
    const inside = `query ($share: Share) { spanningAuthorities(minShare: $share) { footprintCount } }`;
    const { spanningAuthorities } = await api.ask<{ spanningAuthorities: unknown[] }>(inside, {
      share: (fromShare + toShare) / 2,
    });

    expect(spanningAuthorities).toHaveLength(count);
  }
});

test("three councils of 2017, lower tier, have another main footprint by area than by people", async () => {
  const query = "{ spanningAuthorities(tier: LOWER) { authority { name } mainDiffersByWeight } }";
  const { spanningAuthorities } = await api.ask<{
    spanningAuthorities: { authority: { name: string }; mainDiffersByWeight: boolean }[];
  }>(query);

  const differing = spanningAuthorities.filter(({ mainDiffersByWeight }) => mainDiffersByWeight);
  expect(differing.map(({ authority }) => authority.name).sort()).toEqual([
    "East Northamptonshire",
    "Hart",
    "Scarborough",
  ]);
});

test("a count below one is refused with what is expected", async () => {
  expect(await api.refusal("{ spanningSensitivity(minFootprints: 0) { count } }")).toEqual({
    name: "BadInputError",
    message: "minFootprints is 0; expected 1 or more",
  });
});
