import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expected } from "../analysis/lookup-facts.js";
import { gdalLayer, HAS_GDAL, invalidCount } from "../support/gdal.js";
import { type RealServer, startRealServer } from "../support/real-server.js";
import { BUILD_TIMEOUT_MS, GEODATA, SHIPPED_EDITIONS, type ShippedEdition } from "../support/real-store.js";

const FORMATS = ["geojson", "geojsonl", "topojson", "csv", "fgb"] as const;
const ALL_TIMEOUT_MS = 120_000;

let server: RealServer;
const folder = mkdtempSync(join(tmpdir(), "maps-"));

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

let count = 0;
async function downloaded(path: string, format: string): Promise<string> {
  const response = await fetch(`${server.address}${path}`);
  expect(response.status, path).toBe(200);
  const file = join(folder, `map-${count++}.${format}`);
  writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

/** Layers by what each must hold, from the lookup tables alone. */
function layersOf(edition: ShippedEdition): readonly (readonly [layer: string, features: number, field: string])[] {
  const { footprints, members, tiers } = expected(edition);
  return [
    ["footprints", footprints.length, "verdict"],
    ["upper-tier", tiers.UPPER.authorityCount, "footprintCount"],
    ["lower-tier", tiers.LOWER.authorityCount, "footprintCount"],
    ["members", members.length, "footprintName"],
    ["overlaps", tiers.UPPER.pairCount, "shareOfAuthorityPopulation"],
    ["borders", 3, "kind"],
  ];
}

describe.skipIf(!HAS_GDAL).each(SHIPPED_EDITIONS)("GDAL reads %s", (edition) => {
  const published = JSON.parse(readFileSync(`${GEODATA}/${edition}/boundaries.topojson`, "utf8")).bbox as number[];

  it.each(FORMATS)("as %s: features, extent and fields", { timeout: ALL_TIMEOUT_MS }, async (format) => {
    for (const [layer, features, field] of layersOf(edition)) {
      const tier = layer === "overlaps" ? "?tier=upper" : "";
      const read = await gdalLayer(await downloaded(`/maps/${edition}/${layer}.${format}${tier}`, format));
      expect(read.featureCount, layer).toBe(features);
      expect(read.fields, layer).toContain(field);
      if (format === "csv") expect(read.extent).toBeNull();
      else if (layer !== "borders") {
        // MEDIUM keeps the country's outermost points within a few metres.
        const off = read.extent?.map((degrees, i) => Math.abs(degrees - (published[i] ?? 0))) ?? [180];
        expect(Math.max(...off), layer).toBeLessThan(1e-3);
      }
    }
  });

  it("as one TopoJSON with every layer", { timeout: ALL_TIMEOUT_MS }, async () => {
    const file = await downloaded(`/maps/${edition}/all.topojson?detail=low`, "topojson");
    for (const [layer, features] of layersOf(edition))
      expect((await gdalLayer(file, layer)).featureCount).toBe(features);
  });

  it.each(["low", "medium", "full"])(
    "at %s, and GEOS finds every shape valid",
    { timeout: ALL_TIMEOUT_MS },
    async (detail) => {
      const together = await downloaded(`/maps/${edition}/all.topojson?tier=all&detail=${detail}`, "topojson");
      for (const [layer] of layersOf(edition)) expect(await invalidCount(together, layer), layer).toBe(0);
      for (const tier of ["upper", "lower"]) {
        const path = `/maps/${edition}/scenario.geojson?tier=${tier}&detail=${detail}`;
        expect(await invalidCount(await downloaded(path, "geojson"), "scenario"), path).toBe(0);
      }
      for (const [layer] of layersOf(edition)) {
        const path = `/maps/${edition}/${layer}.geojson?detail=${detail}`;
        expect(await invalidCount(await downloaded(path, "geojson"), layer), path).toBe(0);
      }
    },
  );
});
