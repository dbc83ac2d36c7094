import { join } from "node:path";
import type { MultiPolygon, Position } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Boundary } from "../../../packages/overlap/src/boundary.js";
import { build } from "../../../src/pipeline/build.js";
import { openStore } from "../../../src/store/open-store.js";
import { box } from "../../support/box.js";
import { drawEdition } from "../../support/draw-edition.js";
import { problemsOf } from "../../support/edit-edition.js";
import { type RealServer, startServerOver } from "../../support/real-server.js";
import { temporaryFolder } from "../../support/small-edition.js";

// Two footprints and three provinces; the antimeridian runs through the middle province and the western footprint:
//
//    178      179      180|-180     -179     -178     -177
//     | western footprint                |  eastern        |
//     | western |     middle             |  eastern        |

function over(west: number, east: number): Boundary {
  const halves = [box(west, -18, 180, -17), box(-180, -18, east, -17)];
  return { type: "MultiPolygon", coordinates: halves.map(({ coordinates }) => coordinates as Position[][]) };
}

const LAYERS = {
  footprints: [
    { code: "W", boundary: over(178, -179.5) },
    { code: "E", boundary: box(-179.5, -18, -177, -17) },
  ],
  upper_tier: [
    { code: "west", boundary: box(178, -18, 179, -17) },
    { code: "middle", boundary: over(179, -179) },
    { code: "east", boundary: box(-179, -18, -177, -17) },
  ],
};

let server: RealServer;

beforeAll(async () => {
  const folder = temporaryFolder();
  const geodataFolder = join(folder, "geodata");
  const blocks = [178.5, 179.9, -179.9, -178].map((lon) => ({ lon, lat: -17.5, people: 10 }));
  drawEdition(geodataFolder, { id: "over", layers: LAYERS, blocks });
  const storePath = join(folder, "built.sqlite");
  await build({ geodataFolder, storePath });
  server = await startServerOver(openStore(storePath));
});
afterAll(() => server.stop());

describe("an edition over the antimeridian", () => {
  test("is measured as one piece: shares, people and verdicts", async () => {
    const { overlaps } = await server.ask<{ overlaps: { nodes: { shareOfAuthorityArea: number }[] } }>(
      "{ overlaps { nodes { footprint { code } authority { code } population shareOfAuthorityArea } } }",
    );

    expect(
      overlaps.nodes.map(({ shareOfAuthorityArea, ...rest }) => ({
        ...rest,
        share: Number(shareOfAuthorityArea.toFixed(9)),
      })),
    ).toEqual([
      { footprint: { code: "E" }, authority: { code: "east" }, population: 10, share: 1 },
      { footprint: { code: "E" }, authority: { code: "middle" }, population: 0, share: 0.25 },
      { footprint: { code: "W" }, authority: { code: "middle" }, population: 20, share: 0.75 },
      { footprint: { code: "W" }, authority: { code: "west" }, population: 10, share: 1 },
    ]);
  });

  test("is as thick there as it is elsewhere: nothing is cut off at 180", async () => {
    const { overlaps } = await server.ask<{ overlaps: { nodes: { thicknessM: number }[] } }>(
      '{ overlaps(footprint: "W", authority: "middle") { nodes { thicknessM } } }',
    );

    // A degree of latitude is 110.7 km there, and 1.5 degrees of longitude are 159 km.
    expect(overlaps.nodes[0]?.thicknessM).toBeGreaterThan(110_000);
    expect(overlaps.nodes[0]?.thicknessM).toBeLessThan(111_300);
  });

  test("has boxes that run over it, and centres inside the areas", async () => {
    const { authorities } = await server.ask<{
      authorities: { nodes: { code: string; bbox: number[]; centre: number[] }[] };
    }>("{ authorities { nodes { code bbox centre } } }");
    const middle = authorities.nodes.find(({ code }) => code === "middle");

    expect(middle?.bbox).toEqual([179, -18, -179, -17]);
    expect(Math.abs(middle?.centre[0] ?? 0)).toBeGreaterThan(179);
    expect(Math.abs(middle?.centre[0] ?? 0)).toBeLessThan(180);
  });

  test("is found at places on both sides", async () => {
    for (const longitude of [179.9, -179.9]) {
      const { at } = await server.ask<{ at: unknown }>(
        `{ at(longitude: ${longitude}, latitude: -17.5) { footprint { code } upperTier { code } } }`,
      );
      expect(at).toEqual({ footprint: { code: "W" }, upperTier: { code: "middle" } });
    }
  });

  test("draws shapes cut at 180, overlaps too", async () => {
    const { overlaps } = await server.ask<{ overlaps: { nodes: { boundary: MultiPolygon }[] } }>(
      '{ overlaps(footprint: "W", authority: "middle") { nodes { boundary(detail: FULL) } } }',
    );
    const parts = overlaps.nodes[0]?.boundary.coordinates.map(([ring = []]) => ring.map(([lon = 0]) => lon)) ?? [];

    expect(parts.map((lons) => [Math.min(...lons), Math.max(...lons)]).toSorted((a, b) => a[0]! - b[0]!)).toEqual([
      [-180, -179.5],
      [179, 180],
    ]);
  });

  test("has tiles on both edges of the map, and a description that says all round", async () => {
    const description = JSON.parse((await server.request("/tiles/over.json")).text);

    expect(description.bounds).toEqual([-180, -18, 180, -17]);
    expect((await server.request("/tiles/over/6/63/35.mvt")).status).toBe(200);
    expect((await server.request("/tiles/over/6/0/35.mvt")).status).toBe(200);
  });

  test("answers OGC boxes on either side", async () => {
    const found = await server.request("/ogc/collections/over-upper-tier/items?bbox=179.5,-18,-179.5,-17");

    expect(JSON.parse(found.text).features.map(({ id }: { id: string }) => id)).toContain("middle");
  });
});

describe("what the globe does not allow is refused by name:", () => {
  test("an area near a pole", () => {
    const layers = { ...LAYERS, upper_tier: [{ code: "pole", boundary: box(0, 80, 10, 90) }] };
    const folder = drawEdition(temporaryFolder(), {
      id: "polar",
      layers: { ...layers, footprints: layers.upper_tier },
    });

    expect(problemsOf(folder).map(({ where, expected }) => [where, expected])).toContainEqual([
      "upper_tier pole",
      expect.stringContaining("areas at the poles are not supported"),
    ]);
  });

  test("an area drawn over the antimeridian without a cut", () => {
    const uncut = [{ code: "uncut", boundary: box(-179, -18, 179, -17) }];
    const folder = drawEdition(temporaryFolder(), { id: "uncut", layers: { footprints: uncut, upper_tier: uncut } });

    expect(problemsOf(folder)[0]?.expected).toContain("split at the antimeridian");
  });
});
