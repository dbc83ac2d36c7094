import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isSliver } from "../../../src/analysis/sliver.js";
import { spanningAuthorities } from "../../../src/analysis/spanning/spanning-authorities.js";
import { readEdition } from "../../../src/edition/read-edition.js";
import { type IndexedFacts, indexFacts } from "../../../src/model/facts.js";
import { measureEdition } from "../../../src/pipeline/build-edition.js";
import { collectionText, polygonFeature, temporaryFolderWith } from "../../support/draw-files.js";
import { importLayers, type LayerFiles } from "../../support/import-layers.js";

const { resolve } = createRequire(import.meta.url);
const folder = temporaryFolderWith({});
afterAll(() => rmSync(folder, { recursive: true }));

/** An import, measured, and what it left out of the authorities. */
async function importAndMeasure(name: string, layers: LayerFiles) {
  const { folder: edition, layers: read } = await importLayers(join(folder, name), layers);
  const facts: IndexedFacts = indexFacts(measureEdition(readEdition(edition)).facts);
  const omissions = read[1]?.repairs.filter(({ done }) => done === "left out") ?? [];
  return { facts, leftOut: omissions.map(({ what, name }) => `${name}: ${what}`) };
}

describe("the counties and states of us-atlas", () => {
  it("fit: no county spans two states, each lies in the one that its code begins with, and a city that was drawn to a line is named", {
    timeout: 120_000,
  }, async () => {
    const { facts, leftOut } = await importAndMeasure("us", {
      footprints: { address: `${resolve("us-atlas/counties-10m.json")}#states` },
      lower_tier: { address: `${resolve("us-atlas/counties-10m.json")}#counties` },
    });

    expect(leftOut).toContain("Falls Church: the boundary encloses no land");
    const real = facts.overlaps.filter((overlap) => overlap.areaM2 > 0 && !isSliver(overlap, facts));
    expect(facts.authorities.length).toBeGreaterThan(3000);
    expect(spanningAuthorities(facts, { tier: "LOWER", weight: "AREA" })).toEqual([]);
    expect(real).toHaveLength(facts.authorities.length);
    expect(real.filter(({ footprintCode, authorityCode }) => !authorityCode.startsWith(footprintCode))).toEqual([]);
  });
});

describe("the countries of world-atlas", () => {
  it("are whole where they cross the antimeridian: Fiji lies in a zone across it, Russia in both zones", {
    timeout: 120_000,
  }, async () => {
    // Edges go the short way round, so a wide strip has corners in its middle too.
    const strip = (west: number, east: number) => {
      const middle = (west + east) / 2;
      return [
        [
          [west, -89],
          [middle, -89],
          [east, -89],
          [east, 89],
          [middle, 89],
          [west, 89],
          [west, -89],
        ],
      ];
    };
    const pacific = { type: "MultiPolygon", coordinates: [strip(160, 180), strip(-180, -160)] };
    const zones = join(folder, "zones.geojson");
    writeFileSync(
      zones,
      collectionText({ ...polygonFeature("pacific", []), geometry: pacific }, polygonFeature("rest", strip(-160, 160))),
    );

    const { facts, leftOut } = await importAndMeasure("world", {
      footprints: zones,
      lower_tier: { address: `${resolve("world-atlas/countries-110m.json")}#countries`, name: "name", code: "name" },
    });

    expect(leftOut).toContain("Antarctica: the boundary encloses a pole, where areas cannot be measured");
    const inZones = (country: string) =>
      facts.overlaps
        .filter((overlap) => overlap.authorityCode === country && !isSliver(overlap, facts))
        .map(({ footprintCode }) => footprintCode);
    expect(inZones("Fiji")).toEqual(["pacific"]);
    expect(inZones("Russia").sort()).toEqual(["pacific", "rest"]);
    expect(inZones("Germany")).toEqual(["rest"]);
    const fiji = facts.authorities.find(({ code }) => code === "Fiji");
    const shared = facts.overlaps.find(({ authorityCode }) => authorityCode === "Fiji");
    expect(shared?.areaM2).toBeCloseTo(fiji?.areaM2 ?? 0, -2);
  });
});
