import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gdalLayer, HAS_GDAL } from "../support/gdal.js";
import { type RealServer, startRealServer } from "../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../support/real-store.js";

let server: RealServer;
beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

// Counts as the publishers give them; overlaps and scenarios are as many as other tests find in other ways.
const LAYERS: readonly (readonly [collection: string, count: number, fields: readonly string[]])[] = [
  ["stp-2017-footprints", 44, ["code", "name", "rating", "verdict", "agreementArea", "population"]],
  ["stp-2017-upper-tier", 152, ["code", "name", "type", "footprintCount", "population"]],
  ["stp-2017-lower-tier", 326, ["code", "name", "type", "footprintCount", "population"]],
  ["stp-2017-members", 207, ["code", "name", "footprintCode"]],
  ["stp-2017-borders", 3, ["kind"]],
  ["icb-2024-footprints", 42, ["code", "name", "verdict"]],
  ["icb-2024-upper-tier", 153, ["code", "name", "type"]],
  ["icb-2024-lower-tier", 296, ["code", "name", "type"]],
  ["icb-2024-members", 106, ["code", "name", "footprintCode"]],
];

const ENGLAND = [-6.4186, 49.8647, 1.7636, 55.8111]; // Scilly to Lowestoft, the Lizard to Berwick, degrees

describe.skipIf(!HAS_GDAL)("GDAL opens", () => {
  test.each(LAYERS)("%s: %i features, their extent and properties", async (collection, count, fields) => {
    const read = await gdalLayer(`OAPIF:${server.address}/ogc`, collection);

    expect(read.featureCount).toBe(count);
    expect(read.fields).toEqual(expect.arrayContaining([...fields]));
    if (collection.endsWith("borders")) return;
    for (const [i, degrees] of (read.extent ?? []).entries()) {
      expect(Math.abs(degrees - ENGLAND[i]!)).toBeLessThan(0.002);
    }
    expect(read.extent).toHaveLength(4);
  });
});
