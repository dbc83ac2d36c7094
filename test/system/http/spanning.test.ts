import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectWithin } from "../../support/expect-within.js";
import { readExpected } from "../../support/lookup-facts.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

interface Spanning {
  readonly authority: { readonly code: string; readonly name: string };
  readonly footprintCount: number;
  readonly shareOutsideMain: number;
  readonly mainDiffersByWeight: boolean;
  readonly overlaps: readonly { readonly footprint: { readonly code: string }; readonly population: number }[];
}

const SPANNING = `
  query ($edition: ID, $tier: Tier, $types: [AuthorityType!], $minShare: Share) {
    spanningAuthorities(edition: $edition, tier: $tier, types: $types, minShare: $minShare) {
      authority { code name }
      footprintCount
      shareOutsideMain
      mainDiffersByWeight
      overlaps { footprint { code } population }
    }
  }`;

const CASES = [
  { edition: "stp-2017", tier: "UPPER", count: 14 },
  { edition: "stp-2017", tier: "LOWER", count: 17 },
  { edition: "icb-2024", tier: "UPPER", count: 10 },
  { edition: "icb-2024", tier: "LOWER", count: 12 },
] as const;

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

async function fetchSpanning(variables: Readonly<Record<string, unknown>>): Promise<readonly Spanning[]> {
  const { spanningAuthorities } = await server.ask<{ spanningAuthorities: Spanning[] }>(SPANNING, variables);
  return spanningAuthorities;
}

function names(councils: readonly Spanning[]): string[] {
  return councils.map(({ authority }) => authority.name).sort();
}

describe.each(CASES)("in $edition, tier $tier,", ({ edition, tier, count }) => {
  const lookup = readExpected(edition).tiers[tier].spanning;

  it(`${count} councils span more than one footprint, the same as the lookup says and in its order`, async () => {
    const councils = await fetchSpanning({ edition, tier });

    expect(councils).toHaveLength(count);
    expect(councils.map(({ authority }) => authority.code)).toEqual(lookup.map(({ code }) => code));
  });

  it("each of them lies in as many footprints as the lookup says", async () => {
    const councils = await fetchSpanning({ edition, tier });

    expect(councils.map(({ authority, footprintCount }) => [authority.code, footprintCount])).toEqual(
      lookup.map(({ code, footprintCount }) => [code, footprintCount]),
    );
  });

  it("each of them has most people in the footprint, and the share outside it, that the lookup says", async () => {
    const councils = await fetchSpanning({ edition, tier });

    expect(councils.map(({ overlaps }) => overlaps[0]?.footprint.code)).toEqual(
      lookup.map(({ mainFootprint }) => mainFootprint),
    );
    for (const [i, { shareOutsideMain }] of councils.entries()) {
      expectWithin(shareOutsideMain, lookup[i]?.shareOutsideMain ?? Number.NaN, { by: 1e-12 });
    }
  });

  it("every council's main footprint by people is the one that the lookup says", async () => {
    const { authorities } = await server.ask<{
      authorities: { nodes: { code: string; mainFootprint: { code: string } }[] };
    }>(
      `query ($edition: ID, $tier: Tier) {
        authorities(edition: $edition, tier: $tier) { nodes { code mainFootprint { code } } }
      }`,
      { edition, tier },
    );

    const { pairs } = readExpected(edition).tiers[tier];
    const most = new Map<string, { footprint: string; people: number }>();
    for (const [footprint, authority, , people] of pairs) {
      if (people > (most.get(authority)?.people ?? -1)) most.set(authority, { footprint, people });
    }
    expect(authorities.nodes.map(({ code, mainFootprint }) => [code, mainFootprint.code])).toEqual(
      [...most].map(([code, { footprint }]) => [code, footprint]).sort(),
    );
  });
});

describe("of the county councils,", () => {
  it("seven have at least 5 % of their people in each of two or more footprints", async () => {
    const councils = await fetchSpanning({ types: ["COUNTY"], minShare: 0.05 });

    expect(names(councils)).toEqual([
      "Cumbria",
      "Essex",
      "Hampshire",
      "North Yorkshire",
      "Nottinghamshire",
      "Suffolk",
      "Surrey",
    ]);
  });

  it.each(["stp-2017", "icb-2024"] as const)(
    "those with 5 %% in two are in %s those of the lookup",
    async (edition) => {
      const councils = await fetchSpanning({ edition, types: ["COUNTY"], minShare: 0.05 });

      expect(councils.map(({ authority }) => authority.code).sort()).toEqual(
        readExpected(edition).tiers.UPPER.countiesWithFivePercentInTwo,
      );
    },
  );

  it.each([
    ["North Yorkshire", "E10000023", 4],
    ["Essex", "E10000012", 3],
    ["Surrey", "E10000030", 3],
  ])("%s lies in as many footprints as it should: %s in %i", async (name, code, footprintCount) => {
    const { authority } = await server.ask<{ authority: unknown }>(
      "query ($code: ID!) { authority(code: $code) { name footprintCount } }",
      {
        code,
      },
    );

    expect(authority).toEqual({ name, footprintCount });
  });
});

describe("of the lower tier in 2017,", () => {
  it("Hart, Scarborough and East Northamptonshire alone have most land and most people in different footprints", async () => {
    const councils = await fetchSpanning({ tier: "LOWER" });

    expect(names(councils.filter(({ mainDiffersByWeight }) => mainDiffersByWeight))).toEqual([
      "East Northamptonshire",
      "Hart",
      "Scarborough",
    ]);
  });
});
