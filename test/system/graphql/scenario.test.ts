import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Boundary } from "../../../packages/overlap/src/boundary.js";
import { prepareLayer } from "../../../packages/overlap/src/layer/prepared-layer.js";
import { overlayAreas } from "../../../packages/overlap/src/overlay/overlay-areas.js";
import { equalAreaProjection } from "../../../packages/overlap/src/projection/cylindrical-equal-area.js";
import { expectWithin } from "../../support/expect-within.js";
import { readExpected } from "../../support/lookup-facts.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";
import { openRealApi, type RealApi } from "./real-api.js";

interface Scenario {
  readonly moves: readonly {
    readonly authority: { readonly code: string };
    readonly from: { readonly code: string };
    readonly to: { readonly code: string };
    readonly population: number;
    readonly areaKm2: number;
  }[];
  readonly councilsMoved: number;
  readonly populationMoved: number;
  readonly areaMovedKm2: number;
  readonly spanningCountAfter: number;
  readonly agreementAfter: { readonly footprintGivenAuthority: number; readonly spanningCount: number };
  readonly footprints: readonly {
    readonly footprint: { readonly code: string };
    readonly authorities: readonly { readonly code: string; readonly areaKm2: number }[];
    readonly populationAfter: number;
    readonly verdictAfter: string;
    readonly boundary: Boundary;
  }[];
}

const SCENARIO = `
  query ($edition: ID, $tier: Tier, $weight: Weight, $assign: [Assignment!]) {
    scenario(edition: $edition, tier: $tier, weight: $weight, assign: $assign) {
      moves { authority { code } from { code } to { code } population areaKm2 }
      councilsMoved populationMoved areaMovedKm2 spanningCountAfter
      agreementAfter { footprintGivenAuthority spanningCount }
      footprints {
        footprint { code } authorities { code areaKm2 } populationAfter verdictAfter boundary(detail: FULL)
      }
    }
  }`;

const CASES = [
  { edition: "stp-2017", tier: "UPPER", councils: 14, moves: 18, people: 2_435_129 },
  { edition: "stp-2017", tier: "LOWER", councils: 17, moves: 17, people: 723_166 },
  { edition: "icb-2024", tier: "UPPER", councils: 10, moves: 12, people: 1_258_513 },
] as const;

let api: RealApi;

beforeAll(async () => {
  api = await openRealApi();
}, BUILD_TIMEOUT_MS);
afterAll(() => api.close());

async function scenario(variables: Readonly<Record<string, unknown>>): Promise<Scenario> {
  return (await api.ask<{ scenario: Scenario }>(SCENARIO, variables)).scenario;
}

describe.each(CASES)(
  "the best fit by people of $edition, tier $tier,",
  ({ edition, tier, councils, moves, people }) => {
    let found: Scenario;
    beforeAll(async () => {
      found = await scenario({ edition, tier });
    });

    test(`moves ${councils} councils in ${moves} moves, ${people} people`, () => {
      expect([found.councilsMoved, found.moves.length, found.populationMoved]).toEqual([councils, moves, people]);
    });

    test("moves what the lookup moves, and leaves the people that the lookup leaves", () => {
      const { bestFit } = readExpected(edition).tiers[tier];

      expect(found.moves.map((move) => [move.authority.code, move.from.code, move.to.code, move.population])).toEqual(
        bestFit.moves,
      );
      expect(found.footprints.map(({ footprint, populationAfter }) => [footprint.code, populationAfter])).toEqual(
        bestFit.footprintPeopleAfter,
      );
    });

    test("measured again by the engine, spans nothing", async () => {
      expect(found.spanningCountAfter).toBe(0);
      expect(found.agreementAfter).toMatchObject({ footprintGivenAuthority: 1, spanningCount: 0 });
      expect(await councilsAcrossBorders(found, { edition, tier })).toEqual([]);
    });

    test("draws every footprint as large as its councils", () => {
      for (const { footprint, authorities, areaM2 } of prepareFootprints(found.footprints)) {
        const councilsKm2 = authorities.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);

        // Figures are measured before positions are rounded to a tenth of a metre.
        expectWithin(areaM2 / 1e6, councilsKm2, { percent: 1e-4 });
        expect(authorities.length, footprint.code).toBeGreaterThan(0);
      }
    });
  },
);

describe("councils assigned by hand", () => {
  // Oxfordshire to Gloucestershire, with which it has nothing in common; Surrey to Frimley.
  const assign = [
    { authority: "E10000025", footprint: "E54000043" },
    { authority: "E10000030", footprint: "E54000034" },
  ];

  test("go where they are sent, whole, and span nothing when measured again", async () => {
    const found = await scenario({ assign });
    const holder = (council: string) =>
      found.footprints.find(({ authorities }) => authorities.some(({ code }) => code === council))?.footprint.code;

    expect(assign.map(({ authority }) => holder(authority))).toEqual(assign.map(({ footprint }) => footprint));
    expect(await councilsAcrossBorders(found, { edition: "stp-2017", tier: "UPPER" })).toEqual([]);
  });

  test("leave a footprint that keeps none with an empty shape and the verdict NONE", async () => {
    const before = await scenario({});
    const only = before.footprints.find(({ authorities }) => authorities.length === 1)!;
    const neighbour = before.footprints.find(({ footprint }) => footprint.code !== only.footprint.code)!;
    const emptied = await scenario({
      assign: [{ authority: only.authorities[0]!.code, footprint: neighbour.footprint.code }],
    });

    const after = emptied.footprints.find(({ footprint }) => footprint.code === only.footprint.code)!;
    expect(after).toMatchObject({ verdictAfter: "NONE", populationAfter: 0 });
    expect(after.boundary).toEqual({ type: "MultiPolygon", coordinates: [] });
  });

  test.each([
    ["a council that is not there", [{ authority: "E10000099", footprint: "E54000043" }], "there is no such council"],
    [
      "a footprint that is not there",
      [{ authority: "E10000025", footprint: "E54000099" }],
      "there is no such footprint",
    ],
    ["a council of the other tier", [{ authority: "E07000177", footprint: "E54000043" }], "is not in tier UPPER"],
    ["a council sent twice", [assign[0], assign[0]], "assigned more than once"],
    ["a code that is none", [{ authority: "Oxfordshire", footprint: "E54000043" }], "is not a council code"],
  ])("are refused for %s", async (_, wrong, message) => {
    expect((await api.refusal(SCENARIO, { assign: wrong })).message).toContain(message);
  });
});

/** The redrawn footprints as the engine measures them, in the plane of the edition. */
function prepareFootprints(footprints: Scenario["footprints"]) {
  const layer = prepareLayer(
    footprints.map(({ footprint, boundary }) => ({ code: footprint.code, boundary })),
    equalAreaProjection([-6.4, 49.8, 1.8, 55.9]),
  );
  return footprints.map((footprint, i) => ({ ...footprint, areaM2: layer.areaM2[i]! }));
}

/** Councils that the engine finds in two or more of the redrawn footprints. */
async function councilsAcrossBorders(
  { footprints }: Scenario,
  { edition, tier }: { readonly edition: string; readonly tier: string },
): Promise<readonly string[]> {
  const query = `query ($edition: ID, $tier: Tier) {
    authorities(edition: $edition, tier: $tier) { nodes { code boundary(detail: FULL) } } }`;
  const { authorities } = await api.ask<{ authorities: { nodes: { code: string; boundary: Boundary }[] } }>(query, {
    edition,
    tier,
  });
  const plane = equalAreaProjection([-6.4, 49.8, 1.8, 55.9]);
  const redrawn = prepareLayer(
    footprints.map(({ footprint, boundary }) => ({ code: footprint.code, boundary })),
    plane,
  );
  const councils = prepareLayer(authorities.nodes, plane);
  const pairs = overlayAreas(redrawn, councils);
  return councils.codes.filter((_, council) => pairs.filter(({ b }) => b === council).length !== 1);
}
