import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectWithin } from "../../support/expect-within.js";
import { readExpected } from "../../support/lookup-facts.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

interface Judged {
  readonly code: string;
  readonly coterminosity: {
    readonly verdict: string;
    readonly agreementPopulation: number;
    readonly wholeAuthorities: readonly { readonly code: string }[];
    readonly partAuthorities: readonly { readonly authority: { readonly code: string } }[];
  };
}

interface Agreement {
  readonly footprintGivenAuthority: number;
  readonly authorityGivenFootprint: number;
  readonly vMeasure: number;
  readonly spanningCount: number;
  readonly verdictCounts: readonly { readonly verdict: string; readonly count: number }[];
}

const CASES = [
  { edition: "stp-2017", tier: "UPPER" },
  { edition: "stp-2017", tier: "LOWER" },
  { edition: "icb-2024", tier: "UPPER" },
  { edition: "icb-2024", tier: "LOWER" },
] as const;

const SMALLEST_DIFFERENCE = 1e-6;

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

async function fetchVerdicts(edition: string, tier: string): Promise<readonly Judged[]> {
  const { footprints } = await server.ask<{ footprints: { nodes: Judged[] } }>(
    `query ($edition: ID, $tier: Tier!) {
      footprints(edition: $edition) {
        nodes {
          code
          coterminosity(tier: $tier) {
            verdict
            agreementPopulation
            wholeAuthorities { code }
            partAuthorities { authority { code } }
          }
        }
      }
    }`,
    { edition, tier },
  );
  return footprints.nodes;
}

async function agreement(edition: string, tier: string): Promise<Agreement> {
  const { edition: found } = await server.ask<{ edition: { agreement: Agreement } }>(
    `query ($edition: ID, $tier: Tier!) {
      edition(id: $edition) {
        agreement(tier: $tier) {
          footprintGivenAuthority
          authorityGivenFootprint
          vMeasure
          spanningCount
          verdictCounts { verdict count }
        }
      }
    }`,
    { edition, tier },
  );
  return found.agreement;
}

/** How many there are of each verdict that there is any of. */
function countPresent(counts: readonly (readonly [verdict: string, count: number])[]): Record<string, number> {
  return Object.fromEntries(counts.filter(([, count]) => count > 0).sort());
}

describe.each(CASES)("in $edition, against tier $tier,", ({ edition, tier }) => {
  const lookup = readExpected(edition).tiers[tier];

  it("every footprint has the verdict that follows from the lookup", async () => {
    const footprints = await fetchVerdicts(edition, tier);

    expect(footprints.map(({ code, coterminosity }) => [code, coterminosity.verdict])).toEqual(
      lookup.footprints.map(({ code, verdict }) => [code, verdict]),
    );
  });

  it("every footprint agrees by people with the councils mostly inside it as the lookup says", async () => {
    const footprints = await fetchVerdicts(edition, tier);

    for (const [i, { coterminosity }] of footprints.entries()) {
      const { agreement } = lookup.footprints[i] ?? { agreement: Number.NaN };
      expectWithin(coterminosity.agreementPopulation, agreement, { by: SMALLEST_DIFFERENCE });
    }
  });

  it("a council is whole in a footprint when the lookup has it nowhere else, and part of it otherwise", async () => {
    const timesOf = new Map<string, number>();
    for (const [, authority] of lookup.pairs) timesOf.set(authority, (timesOf.get(authority) ?? 0) + 1);

    const footprints = await fetchVerdicts(edition, tier);

    for (const { code, coterminosity } of footprints) {
      const own = lookup.pairs.filter(([footprint]) => footprint === code).map(([, authority]) => authority);
      expect(coterminosity.wholeAuthorities.map(({ code }) => code)).toEqual(own.filter((c) => timesOf.get(c) === 1));
      expect(coterminosity.partAuthorities.map(({ authority }) => authority.code)).toEqual(
        own.filter((c) => timesOf.get(c) !== 1),
      );
    }
  });

  it("the whole map's verdicts are counted as in the lookup", async () => {
    const { verdictCounts, spanningCount } = await agreement(edition, tier);

    expect(countPresent(verdictCounts.map(({ verdict, count }) => [verdict, count]))).toEqual(
      countPresent(Object.entries(lookup.verdictCounts)),
    );
    expect(spanningCount).toBe(lookup.spanning.length);
  });

  it("the whole map agrees as the lookup does, both ways and in the V-measure", async () => {
    const whole = await agreement(edition, tier);

    for (const measure of ["footprintGivenAuthority", "authorityGivenFootprint", "vMeasure"] as const) {
      expectWithin(whole[measure], lookup.wholeMapAgreement[measure], { by: SMALLEST_DIFFERENCE });
    }
  });
});

describe("of the 44 footprints of 2017,", () => {
  it("3 are the same as one upper-tier council, 16 a union of whole ones, 3 part of one, and 22 cross", async () => {
    const { verdictCounts } = await agreement("stp-2017", "UPPER");

    expect(countPresent(verdictCounts.map(({ verdict, count }) => [verdict, count]))).toEqual({
      CROSSES: 22,
      PART_OF_ONE: 3,
      SAME_AS_ONE: 3,
      UNION_OF_WHOLE: 16,
    });
  });

  it("24 are a union of whole lower-tier councils and 20 cross", async () => {
    const { verdictCounts } = await agreement("stp-2017", "LOWER");

    expect(countPresent(verdictCounts.map(({ verdict, count }) => [verdict, count]))).toEqual({
      CROSSES: 20,
      UNION_OF_WHOLE: 24,
    });
  });

  it("asking for those with a verdict lists as many as have it", async () => {
    const { found } = await server.ask<{ found: { totalCount: number } }>(
      "{ found: footprints(verdict: PART_OF_ONE) { totalCount } }",
    );

    expect(found.totalCount).toBe(3);
  });
});
