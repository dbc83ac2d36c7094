import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gdalLayer, gdalLayers, HAS_GDAL, invalidCount, invalidCounts } from "../../support/gdal.js";
import { readExpected } from "../../support/lookup-facts.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS, GEODATA, SHIPPED_EDITIONS, type ShippedEdition } from "../../support/real-store.js";

const FORMATS = ["geojson", "geojsonl", "topojson", "csv", "fgb"] as const;
const IS_LONG = process.env.COTERMINOUS_LONG_TESTS === "1";
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
async function download(path: string, format: string): Promise<string> {
  const response = await fetch(`${server.address}${path}`, { headers: { "accept-encoding": "identity" } });
  expect(response.status, path).toBe(200);
  const file = join(folder, `map-${count++}.${format}`);
  writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

/** Layers by what each must hold, from the lookup tables alone. */
function layersOf(edition: ShippedEdition): readonly (readonly [layer: string, features: number, field: string])[] {
  const { footprints, members, tiers } = readExpected(edition);
  return [
    ["footprints", footprints.length, "verdict"],
    ["upper-tier", tiers.UPPER.authorityCount, "footprintCount"],
    ["lower-tier", tiers.LOWER.authorityCount, "footprintCount"],
    ["members", members.length, "footprintName"],
    ["overlaps", tiers.UPPER.pairCount, "shareOfAuthorityPopulation"],
    ["borders", 3, "kind"],
    ["scenario", footprints.length, "verdictAfter"],
  ];
}

describe.skipIf(!HAS_GDAL).each(SHIPPED_EDITIONS)("GDAL reads %s", (edition) => {
  const published = JSON.parse(readFileSync(`${GEODATA}/${edition}/boundaries.topojson`, "utf8")).bbox as number[];

  // One edition is enough to see that a format can be read; the other has its features counted in the one file.
  const isShort = edition !== SHIPPED_EDITIONS[0] && !IS_LONG;
  const facts = `features, extent and fields of every layer${isShort ? " (with COTERMINOUS_LONG_TESTS=1)" : ""}`;
  it.skipIf(isShort).each(FORMATS)(`as %s: ${facts}`, { timeout: ALL_TIMEOUT_MS }, async (format) => {
    for (const [layer, features, field] of layersOf(edition)) {
      const tier = layer === "overlaps" ? "&tier=upper" : "";
      const read = await gdalLayer(await download(`/maps/${edition}/${layer}.${format}?detail=low${tier}`, format));
      expect(read.featureCount, layer).toBe(features);
      expect(read.fields, layer).toContain(field);
      if (format === "csv") expect(read.extent).toBeNull();
      else if (layer !== "borders") {
        // LOW keeps the country's outermost points within some hundred metres.
        const off = read.extent?.map((degrees, i) => Math.abs(degrees - (published[i] ?? 0))) ?? [180];
        expect(Math.max(...off), layer).toBeLessThan(1e-2);
      }
    }
  });

  it("as one TopoJSON with every layer", { timeout: ALL_TIMEOUT_MS }, async () => {
    const file = await download(`/maps/${edition}/all.topojson?detail=low`, "topojson");
    const read = await gdalLayers(file);
    for (const [layer, features] of layersOf(edition)) {
      if (layer !== "scenario") expect(read.get(layer)?.featureCount, layer).toBe(features);
    }
  });

  // All that is drawn at a detail is in these two; the other formats and tiers say the same positions again.
  it.each(["low", "medium", "full"])(
    "at %s, and GEOS finds every shape valid",
    { timeout: ALL_TIMEOUT_MS },
    async (detail) => {
      const layers = layersOf(edition).map(([layer]) => layer);
      const together = await download(
        `/maps/${edition}/all.topojson?tier=all&detail=${detail}&layers=${layers.join()}&properties=`,
        "topojson",
      );
      expect(await invalidCounts(together, layers)).toEqual(layers.map(() => 0));
    },
  );

  it.skipIf(!IS_LONG).each(["low", "medium", "full"])(
    `at %s in every file of every layer${IS_LONG ? "" : " (some minutes: with COTERMINOUS_LONG_TESTS=1)"}`,
    { timeout: 10 * ALL_TIMEOUT_MS },
    async (detail) => {
      for (const [layer] of layersOf(edition)) {
        const ofTiers = /tier|members/.test(layer) ? [""] : ["&tier=upper", "&tier=lower"];
        for (const ofTier of ofTiers) {
          const path = `/maps/${edition}/${layer}.geojson?detail=${detail}${ofTier}`;
          expect(await invalidCount(await download(path, "geojson"), layer), path).toBe(0);
        }
      }
    },
  );
});
