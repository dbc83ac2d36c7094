import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readExpected } from "../../support/lookup-facts.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS, SHIPPED_EDITIONS } from "../../support/real-store.js";

interface Pair {
  readonly footprint: { readonly code: string };
  readonly authority: { readonly code: string };
  readonly population: number;
  readonly shareOfAuthorityPopulation: number;
  readonly shareOfFootprintPopulation: number;
}

interface Named {
  readonly code: string;
  readonly population: number;
}

const TIERS = ["UPPER", "LOWER"] as const;
const PAIR_COUNTS = {
  "stp-2017": { UPPER: 170, LOWER: 343 },
  "icb-2024": { UPPER: 165, LOWER: 309 },
};

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

async function fetchPairs(edition: string, tier: string, includeSlivers: boolean) {
  const { overlaps } = await server.ask<{ overlaps: { totalCount: number; nodes: Pair[] } }>(
    `query ($edition: ID, $tier: Tier, $includeSlivers: Boolean) {
      overlaps(edition: $edition, tier: $tier, includeSlivers: $includeSlivers) {
        totalCount
        nodes {
          footprint { code }
          authority { code }
          population
          shareOfAuthorityPopulation
          shareOfFootprintPopulation
        }
      }
    }`,
    { edition, tier, includeSlivers },
  );
  return overlaps;
}

async function peopleBy(list: string): Promise<(readonly [string, number])[]> {
  const { found } = await server.ask<{ found: { nodes: Named[] } }>(`{ found: ${list} { nodes { code population } } }`);
  return found.nodes.map(({ code, population }) => [code, population]);
}

describe.each(SHIPPED_EDITIONS)("people in %s", (edition) => {
  const lookup = readExpected(edition);

  it.each(TIERS)(
    "every pair of a footprint and a council of tier %s is in the lookup, to the last person",
    async (tier) => {
      const { totalCount, nodes } = await fetchPairs(edition, tier, false);

      expect(nodes.map(({ footprint, authority, population }) => [footprint.code, authority.code, population])).toEqual(
        lookup.tiers[tier].pairs.map(([footprint, authority, , people]) => [footprint, authority, people]),
      );
      expect(totalCount).toBe(PAIR_COUNTS[edition][tier]);
    },
  );

  it.each(TIERS)("no pair of tier %s is a sliver, as both layers were drawn from the same blocks", async (tier) => {
    const { totalCount } = await fetchPairs(edition, tier, true);

    expect(totalCount).toBe(PAIR_COUNTS[edition][tier]);
  });

  it.each(TIERS)("the shares of a pair of tier %s are its people by those of either side", async (tier) => {
    const ofFootprint = new Map(lookup.footprints);
    const ofCouncil = new Map(lookup.tiers[tier].authorities);

    const { nodes } = await fetchPairs(edition, tier, false);

    for (const pair of nodes) {
      expect(pair.shareOfFootprintPopulation).toBe(pair.population / (ofFootprint.get(pair.footprint.code) ?? 0));
      expect(pair.shareOfAuthorityPopulation).toBe(pair.population / (ofCouncil.get(pair.authority.code) ?? 0));
    }
  });

  it("every footprint has as many people as the lookup gives it", async () => {
    expect(await peopleBy(`footprints(edition: "${edition}")`)).toEqual(lookup.footprints);
  });

  it.each(TIERS)("every council of tier %s has as many people as the lookup gives it", async (tier) => {
    expect(await peopleBy(`authorities(edition: "${edition}", tier: ${tier})`)).toEqual(lookup.tiers[tier].authorities);
  });

  it("every footprint, and each tier of councils, holds all people of the edition", async () => {
    const total = (people: readonly (readonly [string, number])[]) => people.reduce((sum, [, count]) => sum + count, 0);

    expect(total(await peopleBy(`footprints(edition: "${edition}")`))).toBe(lookup.people);
    expect(total(await peopleBy(`authorities(edition: "${edition}", tier: UPPER)`))).toBe(lookup.people);
    expect(total(await peopleBy(`authorities(edition: "${edition}", tier: LOWER)`))).toBe(lookup.people);
  });

  it("every member has the people, and lies in the footprint, that the lookup gives it", async () => {
    const { footprints } = await server.ask<{ footprints: { nodes: { code: string; members: Named[] }[] } }>(
      "query ($edition: ID) { footprints(edition: $edition) { nodes { code members { code population } } } }",
      { edition },
    );

    const members = footprints.nodes.flatMap(({ code, members }) =>
      members.map((member) => [code, member.code, member.population] as const),
    );
    expect(members).toEqual(lookup.memberPairs.map(([footprint, member, , people]) => [footprint, member, people]));
  });
});

describe("the councils of 2017", () => {
  it("are 353: 27 counties, 201 districts, and 125 that belong to both tiers", async () => {
    const { upper, lower } = await server.ask<Record<string, { nodes: { code: string; tiers: string[] }[] }>>(
      "{ upper: authorities(tier: UPPER) { nodes { code tiers } } lower: authorities(tier: LOWER) { nodes { code tiers } } }",
    );

    const tiersByCode = new Map(
      [...(upper?.nodes ?? []), ...(lower?.nodes ?? [])].map(({ code, tiers }) => [code, tiers]),
    );
    const withTiers = (wanted: string) => [...tiersByCode.values()].filter((tiers) => tiers.join() === wanted).length;
    expect(tiersByCode.size).toBe(353);
    expect([withTiers("UPPER"), withTiers("LOWER"), withTiers("UPPER,LOWER")]).toEqual([27, 201, 125]);
  });
});
