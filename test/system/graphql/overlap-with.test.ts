import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Boundary } from "../../../packages/overlap/src/boundary.js";
import { box } from "../../support/box.js";
import { expectWithin } from "../../support/expect-within.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";
import { openRealApi, type RealApi } from "./real-api.js";

interface AdHocOverlap {
  readonly code: string;
  readonly name: string;
  readonly areaKm2: number;
  readonly population: number;
  readonly shareOfGeometry: number;
  readonly shareOfArea: number;
  readonly shareOfPopulation: number;
  readonly thicknessM: number;
  readonly isSliver: boolean;
}

const OVERLAP_WITH = `
  query ($geometry: GeoJSONGeometry!, $layer: Layer!, $edition: ID) {
    overlapWith(geometry: $geometry, layer: $layer, edition: $edition) {
      code name areaKm2 population shareOfGeometry shareOfArea shareOfPopulation thicknessM isSliver
    }
  }`;

const AUTHORITY = `
  query ($code: ID!, $edition: ID) {
    authority(code: $code, edition: $edition) {
      areaKm2 population boundary(detail: FULL)
      overlaps(includeSlivers: true) { footprint { code } areaKm2 population thicknessM isSliver }
    }
  }`;

// Northamptonshire in two footprints, Cornwall whole in one, Essex in three, the City of London the smallest of all.
const COUNCILS = [
  { edition: "stp-2017", code: "E10000021" },
  { edition: "stp-2017", code: "E06000052" },
  { edition: "stp-2017", code: "E10000012" },
  { edition: "stp-2017", code: "E09000001" },
  { edition: "icb-2024", code: "E10000030" },
];

let api: RealApi;

beforeAll(async () => {
  api = await openRealApi();
}, BUILD_TIMEOUT_MS);
afterAll(() => api.close());

async function overlapWith(
  geometry: Boundary,
  { layer = "UPPER_TIER", edition = "stp-2017" } = {},
): Promise<readonly AdHocOverlap[]> {
  return (await api.ask<{ overlapWith: AdHocOverlap[] }>(OVERLAP_WITH, { geometry, layer, edition })).overlapWith;
}

describe.each(COUNCILS)("the boundary of $code in $edition", ({ edition, code }) => {
  test("is all of that council and nothing of another", async () => {
    const { authority } = await api.ask<{ authority: { boundary: Boundary; population: number } }>(AUTHORITY, {
      code,
      edition,
    });

    const found = await overlapWith(authority.boundary, { edition });

    expect(found).toMatchObject([
      {
        code,
        shareOfArea: 1,
        shareOfGeometry: 1,
        shareOfPopulation: 1,
        population: authority.population,
        isSliver: false,
      },
    ]);
  });

  test("has the council's own overlaps with footprints", async () => {
    const { authority } = await api.ask<{
      authority: {
        boundary: Boundary;
        areaKm2: number;
        overlaps: {
          footprint: { code: string };
          areaKm2: number;
          population: number;
          thicknessM: number;
          isSliver: boolean;
        }[];
      };
    }>(AUTHORITY, { code, edition });

    const found = await overlapWith(authority.boundary, { layer: "FOOTPRINTS", edition });

    const own = authority.overlaps.toSorted((a, b) => b.areaKm2 - a.areaKm2);
    expect(found.map((overlap) => [overlap.code, overlap.population, overlap.isSliver])).toEqual(
      own.map((overlap) => [overlap.footprint.code, overlap.population, overlap.isSliver]),
    );
    found.forEach(({ areaKm2, thicknessM, shareOfGeometry }, i) => {
      // Served positions are rounded to a tenth of a metre, which shows in the City of London's five digits.
      expectWithin(areaKm2, own[i]!.areaKm2, { percent: 0.01 });
      expectWithin(shareOfGeometry, own[i]!.areaKm2 / authority.areaKm2, { percent: 0.01 });
      expectWithin(thicknessM, own[i]!.thicknessM, { percent: 1 });
    });
  });
});

test("a polygon over land is parted among councils without remainder, largest first", async () => {
  const found = await overlapWith(box(-2.1, 52.4, -1.7, 52.6), { layer: "LOWER_TIER" });

  expectWithin(
    found.reduce((sum, { shareOfGeometry }) => sum + shareOfGeometry, 0),
    1,
    { by: 1e-9 },
  );
  expect(found.map(({ areaKm2 }) => areaKm2)).toEqual(found.map(({ areaKm2 }) => areaKm2).sort((a, b) => b - a));
});

test("a polygon round a council holds all of its land and people", async () => {
  const found = await overlapWith(box(-0.12, 51.5, -0.07, 51.53), { layer: "LOWER_TIER" });

  expect(found.find(({ name }) => name === "City of London")).toMatchObject({ shareOfArea: 1, shareOfPopulation: 1 });
});

test("the sea in a polygon is nobody's share", async () => {
  const [norfolk, ...others] = await overlapWith(box(0.9, 52.9, 1.1, 53.1));

  expect(others).toEqual([]);
  expect(norfolk?.name).toBe("Norfolk");
  expect(norfolk?.shareOfGeometry).toBeGreaterThan(0);
  expect(norfolk?.shareOfGeometry).toBeLessThan(1);
});

test("a polygon in Australia overlaps nothing", async () => {
  expect(await overlapWith(box(133, -25, 134, -24))).toEqual([]);
});

test("a literal does as well as a variable", async () => {
  const literal = `{
    overlapWith(
      geometry: { type: "Polygon", coordinates: [[[-0.2, 51.45], [-0.05, 51.45], [-0.05, 51.55], [-0.2, 51.55], [-0.2, 51.45]]] }
      layer: LOWER_TIER
    ) { code name areaKm2 population shareOfGeometry shareOfArea shareOfPopulation thicknessM isSliver }
  }`;

  expect(await api.ask(literal)).toEqual({
    overlapWith: await overlapWith(box(-0.2, 51.45, -0.05, 51.55), { layer: "LOWER_TIER" }),
  });
});

describe("a polygon is refused, saying where and what would do,", () => {
  const ringPolygon = (...positions: (readonly [number, number])[]) => ({
    type: "Polygon",
    coordinates: [[...positions, positions[0]]],
  });
  const wheel = Array.from({ length: 30_000 }, (_, i) => {
    const angleRad = (2 * Math.PI * i) / 30_000;
    return [Math.cos(angleRad) - 1, 52 + Math.sin(angleRad)] as const;
  });

  test.each([
    [
      "when it crosses itself",
      ringPolygon([-1, 52], [0, 53], [0, 52], [-1, 53]),
      /outer ring crosses itself near \[-0\.5, 52\.5\]; correct it there/,
    ],
    [
      "when it is not closed",
      {
        type: "Polygon",
        coordinates: [
          [
            [-1, 52],
            [0, 52],
            [0, 53],
          ],
        ],
      },
      /has 3 positions/,
    ],
    ["when latitude comes first", ringPolygon([52, -1], [53, -1], [153, -100]), /longitude comes first/],
    [
      "when it is in metres",
      ringPolygon([400_000, 300_000], [401_000, 300_000], [401_000, 301_000]),
      /look like metres/,
    ],
    [
      "when it runs over the antimeridian",
      ringPolygon([179, 50], [-179, 50], [-179, 51], [179, 51]),
      /over the antimeridian; cut it there/,
    ],
    ["when it has too many positions", ringPolygon(...wheel), /has 30,001 positions; simplify it to 25,000 at most/],
    [
      "when its polygons overlap",
      {
        type: "MultiPolygon",
        coordinates: [box(-1, 52, 0, 53), box(-0.5, 52, 0.5, 53)].map(({ coordinates }) => coordinates),
      },
      /polygons 1 and 2 overlapping by .* square metres; join them/,
    ],
    ["when it encloses nothing", ringPolygon([-1, 52], [0, 52], [-1, 52]), /encloses no area/],
    ["when it is empty", { type: "Polygon", coordinates: [] }, /has no rings/],
  ])("%s", async (_, geometry, message) => {
    const refusal = await api.refusal(OVERLAP_WITH, { geometry, layer: "FOOTPRINTS" });

    expect(refusal.name).toBe("PolygonError");
    expect(refusal.message).toMatch(message);
  });
});
