import { readFileSync } from "node:fs";
import { mesh } from "topojson-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LayerTopology } from "../../../src/model/topology.js";
import { gdalLayer, HAS_GDAL } from "../../support/gdal.js";
import { readExpected } from "../../support/lookup-facts.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS, GEODATA, type ShippedEdition } from "../../support/real-store.js";

let server: RealServer;
beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

/** Pairs of footprints and councils of either tier, a council of both counted once, from the lookup tables alone. */
function pairCount(edition: ShippedEdition): number {
  const { UPPER, LOWER } = readExpected(edition).tiers;
  return new Set([...UPPER.pairs, ...LOWER.pairs].map(([footprint, council]) => `${footprint} ${council}`)).size;
}

// Counts as the publishers give them.
const LAYERS: readonly (readonly [collection: string, count: number, fields: readonly string[]])[] = [
  ["stp-2017-footprints", 44, ["code", "name", "rating", "verdict", "agreementArea", "population"]],
  ["stp-2017-upper-tier", 152, ["code", "name", "type", "footprintCount", "population"]],
  ["stp-2017-lower-tier", 326, ["code", "name", "type", "footprintCount", "population"]],
  ["stp-2017-members", 207, ["code", "name", "footprintCode"]],
  ["stp-2017-borders", 3, ["kind"]],
  [
    "stp-2017-overlaps",
    pairCount("stp-2017"),
    ["footprintCode", "authorityCode", "shareOfAuthorityArea", "thicknessM"],
  ],
  ["stp-2017-scenario", 44, ["code", "verdictAfter", "populationAfter"]],
  ["icb-2024-footprints", 42, ["code", "name", "verdict"]],
  ["icb-2024-upper-tier", 153, ["code", "name", "type"]],
  ["icb-2024-lower-tier", 296, ["code", "name", "type"]],
  ["icb-2024-members", 106, ["code", "name", "footprintCode"]],
  ["icb-2024-overlaps", pairCount("icb-2024"), ["footprintCode", "authorityCode", "isSliver"]],
  ["icb-2024-borders", 3, ["kind"]],
  ["icb-2024-scenario", 42, ["code", "verdictAfter"]],
];

const ENGLAND = [-6.4186, 49.8647, 1.7636, 55.8111]; // Scilly to Lowestoft, the Lizard to Berwick, degrees

/** The box around all lines between two footprints or two upper-tier councils, from the published boundaries. */
function innerBox(edition: string): readonly number[] {
  const published: LayerTopology = JSON.parse(readFileSync(`${GEODATA}/${edition}/boundaries.topojson`, "utf8"));
  const lines = (["footprints", "upper_tier"] as const).flatMap((layer) =>
    mesh(published, published.objects[layer] as never, (a, b) => a !== b).coordinates.flat(),
  );
  const [lons, lats] = [0, 1].map((axis) => lines.map((position) => position[axis]!).sort((a, b) => a - b));
  return [lons![0]!, lats![0]!, lons!.at(-1)!, lats!.at(-1)!];
}

describe.skipIf(!HAS_GDAL)("GDAL opens", () => {
  test.each(LAYERS)("%s: %i features, their extent and properties", async (collection, count, fields) => {
    const read = await gdalLayer(`OAPIF:${server.address}/ogc`, collection);

    expect(read.featureCount).toBe(count);
    expect(read.fields).toEqual(expect.arrayContaining([...fields]));
    expect(read.extent).toHaveLength(4);
    const box = collection.endsWith("borders") ? innerBox(collection.slice(0, 8)) : ENGLAND;
    for (const [i, degrees] of read.extent!.entries()) expect(Math.abs(degrees - box[i]!)).toBeLessThan(0.002);
  });
});
