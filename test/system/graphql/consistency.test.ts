import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUILD_TIMEOUT_MS, SHIPPED_EDITIONS } from "../../support/real-store.js";
import { openRealApi, type RealApi } from "./real-api.js";

// Every figure that can be had in two ways is the same in both, to the last digit.

const OVERLAP = `
  footprint { code } authority { code } areaKm2 population thicknessM isSliver sliverReason
  shareOfFootprintArea shareOfAuthorityArea shareOfFootprintPopulation shareOfAuthorityPopulation`;

interface Overlap {
  readonly footprint: { readonly code: string };
  readonly authority: { readonly code: string };
  readonly areaKm2: number;
  readonly population: number;
}

const CASES = SHIPPED_EDITIONS.flatMap((edition) =>
  (["UPPER", "LOWER"] as const).map((tier) => ({ edition, tier }) as const),
);

let api: RealApi;

beforeAll(async () => {
  api = await openRealApi();
}, BUILD_TIMEOUT_MS);
afterAll(() => api.close());

describe.each(CASES)("in $edition, tier $tier,", (variables) => {
  const ask = <Data>(selection: string) =>
    api.ask<Data>(`query ($edition: ID, $tier: Tier! = UPPER) { ${selection} }`, variables);
  const key = ({ footprint, authority }: Overlap) => `${footprint.code} ${authority.code}`;
  const byKey = (a: Overlap, b: Overlap) => (key(a) < key(b) ? -1 : 1);

  test("an overlap is the same on the list, of its footprint, of its council and in a coterminosity", async () => {
    const list = await ask<{ overlaps: { nodes: Overlap[] } }>(
      `overlaps(edition: $edition, tier: $tier, includeSlivers: true) { nodes { ${OVERLAP} } }`,
    );
    const ofFootprints = await ask<{
      footprints: { nodes: { overlaps: Overlap[]; coterminosity: { partAuthorities: Overlap[] } }[] };
    }>(
      `footprints(edition: $edition) { nodes {
        overlaps(tier: $tier, includeSlivers: true) { ${OVERLAP} }
        coterminosity(tier: $tier) { partAuthorities { ${OVERLAP} } }
      } }`,
    );
    const ofAuthorities = await ask<{ authorities: { nodes: { overlaps: Overlap[] }[] } }>(
      `authorities(edition: $edition, tier: $tier) { nodes { overlaps(includeSlivers: true) { ${OVERLAP} } } }`,
    );

    expect(ofFootprints.footprints.nodes.flatMap(({ overlaps }) => overlaps).sort(byKey)).toEqual(list.overlaps.nodes);
    expect(ofAuthorities.authorities.nodes.flatMap(({ overlaps }) => overlaps).sort(byKey)).toEqual(
      list.overlaps.nodes,
    );
    for (const part of ofFootprints.footprints.nodes.flatMap(({ coterminosity }) => coterminosity.partAuthorities)) {
      expect(list.overlaps.nodes).toContainEqual(part);
    }
  });

  test("a spanning council has the same overlaps and counts everywhere", async () => {
    const { spanningAuthorities, authorities, edition, spanningSensitivity } = await ask<{
      spanningAuthorities: {
        footprintCount: number;
        overlaps: Overlap[];
        authority: { code: string; footprintCount: number; overlaps: Overlap[] };
      }[];
      authorities: { totalCount: number; nodes: { code: string }[] };
      edition: { agreement: { spanningCount: number } };
      spanningSensitivity: { count: number }[];
    }>(`
      spanningAuthorities(edition: $edition, tier: $tier) {
        footprintCount overlaps { ${OVERLAP} } authority { code footprintCount overlaps { ${OVERLAP} } }
      }
      authorities(edition: $edition, tier: $tier, minFootprints: 2) { totalCount nodes { code } }
      edition(id: $edition) { agreement(tier: $tier) { spanningCount } }
      spanningSensitivity(edition: $edition, tier: $tier) { count }`);

    for (const { footprintCount, overlaps, authority } of spanningAuthorities) {
      expect(authority.footprintCount).toBe(footprintCount);
      expect(overlaps.toSorted(byKey)).toEqual(authority.overlaps.toSorted(byKey));
    }
    expect(spanningAuthorities.map(({ authority }) => authority.code).sort()).toEqual(
      authorities.nodes.map(({ code }) => code),
    );
    expect([authorities.totalCount, edition.agreement.spanningCount, spanningSensitivity[0]?.count]).toEqual(
      Array.from({ length: 3 }, () => spanningAuthorities.length),
    );
  });

  test("verdicts are counted the same as they are given one by one, and as the rating table counts them", async () => {
    const { edition, footprints, ratingsByVerdict } = await ask<{
      edition: { agreement: { verdictCounts: { verdict: string; count: number }[] } };
      footprints: { nodes: { coterminosity: { verdict: string } }[] };
      ratingsByVerdict: { verdict: string; count: number }[];
    }>(`
      edition(id: $edition) { agreement(tier: $tier) { verdictCounts { verdict count } } }
      footprints(edition: $edition) { nodes { coterminosity(tier: $tier) { verdict } } }
      ratingsByVerdict(edition: $edition, tier: $tier) { verdict count }`);

    for (const { verdict, count } of edition.agreement.verdictCounts) {
      const oneByOne = footprints.nodes.filter(({ coterminosity }) => coterminosity.verdict === verdict);
      const listed = await ask<{ footprints: { totalCount: number } }>(
        `footprints(edition: $edition, tier: $tier, verdict: ${verdict}) { totalCount }`,
      );
      const inTable = ratingsByVerdict.filter((cell) => cell.verdict === verdict);

      expect(oneByOne).toHaveLength(count);
      expect(listed.footprints.totalCount).toBe(count);
      if (ratingsByVerdict.length > 0) expect(inTable.reduce((sum, cell) => sum + cell.count, 0)).toBe(count);
    }
  });

  test("what a scenario moves is overlaps of the list, and nobody is lost", async () => {
    const { scenario, overlaps, footprints } = await ask<{
      scenario: {
        populationMoved: number;
        moves: { authority: { code: string }; from: { code: string }; population: number; areaKm2: number }[];
        footprints: {
          footprint: { code: string; population: number };
          populationBefore: number;
          populationAfter: number;
        }[];
      };
      overlaps: { nodes: Overlap[] };
      footprints: { nodes: { population: number }[] };
    }>(`
      scenario(edition: $edition, tier: $tier) {
        populationMoved
        moves { authority { code } from { code } population areaKm2 }
        footprints { footprint { code population } populationBefore populationAfter }
      }
      overlaps(edition: $edition, tier: $tier) { nodes { ${OVERLAP} } }
      footprints(edition: $edition) { nodes { population } }`);
    const people = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

    for (const { authority, from, population, areaKm2 } of scenario.moves) {
      const moved = overlaps.nodes.find((overlap) => key(overlap) === `${from.code} ${authority.code}`);
      expect(moved).toMatchObject({ population, areaKm2 });
    }
    expect(people(scenario.moves.map(({ population }) => population))).toBe(scenario.populationMoved);
    for (const { footprint, populationBefore } of scenario.footprints)
      expect(populationBefore).toBe(footprint.population);
    expect(people(scenario.footprints.map(({ populationAfter }) => populationAfter))).toBe(
      people(footprints.nodes.map(({ population }) => population)),
    );
  });
});

test("neighbours share one border, whichever side asks", async () => {
  const { footprints } = await api.ask<{
    footprints: { nodes: { code: string; neighbours: { footprint: { code: string }; sharedBorderKm: number }[] }[] };
  }>("{ footprints { nodes { code neighbours { footprint { code } sharedBorderKm } } } }");
  const lengthKm = (one: string, other: string) =>
    footprints.nodes.find(({ code }) => code === one)?.neighbours.find(({ footprint }) => footprint.code === other)
      ?.sharedBorderKm;

  for (const { code, neighbours } of footprints.nodes) {
    for (const { footprint, sharedBorderKm } of neighbours) expect(lengthKm(footprint.code, code)).toBe(sharedBorderKm);
  }
});

test("an edition's figures are the same asked for by name, by default and on the list", async () => {
  const fields = "id title date dataVersion citation populationBasis sliverToleranceM agreement { vMeasure }";
  const { editions, byDefault, byName } = await api.ask<{
    editions: { id: string }[];
    byDefault: unknown;
    byName: unknown;
  }>(`{ editions { ${fields} } byDefault: edition { ${fields} } byName: edition(id: "stp-2017") { ${fields} } }`);

  expect(editions.map(({ id }) => id)).toEqual(["stp-2017", "icb-2024"]);
  expect(byDefault).toEqual(editions[0]);
  expect(byName).toEqual(editions[0]);
});
