import { rmSync } from "node:fs";
import { join } from "node:path";
import { area, feature, featureCollection, intersect } from "@turf/turf";
import type { Polygon, Position } from "geojson";
import { afterAll, describe, expect, it } from "vitest";
import { mainFootprint } from "../../../src/analysis/spanning/main-footprint.js";
import { readEdition } from "../../../src/edition/read-edition.js";
import { indexFacts } from "../../../src/model/facts.js";
import { build } from "../../../src/pipeline/build.js";
import { measureEdition } from "../../../src/pipeline/build-edition.js";
import { openStore } from "../../../src/store/open-store.js";
import {
  AUTHORITIES,
  collectionText,
  type DrawnFeature,
  FOOTPRINTS,
  polygonFeature,
  squareRing,
  temporaryFolderWith,
} from "../../support/draw-files.js";
import { importLayers, type LayerFiles } from "../../support/import-layers.js";
import { startServerOver } from "../../support/real-server.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Imports the drawn footprints with authorities of their own, or other layers. */
async function importDrawn(authorities: string, others: Partial<Record<"upper_tier" | "members", string>> = {}) {
  const files = { lower_tier: authorities, ...others };
  const names = Object.entries(files).map(([layer, text]): [string, string] => [`${layer}.geojson`, text]);
  const folder = temporaryFolderWith({ "footprints.geojson": FOOTPRINTS, ...Object.fromEntries(names) });
  folders.push(folder);
  const paths = Object.fromEntries(Object.keys(files).map((layer) => [layer, join(folder, `${layer}.geojson`)]));
  const layers: LayerFiles = { footprints: join(folder, "footprints.geojson"), ...paths };
  const made = await importLayers(join(folder, "editions"), layers);
  const facts = indexFacts(measureEdition(readEdition(made.folder)).facts);
  return { ...made, facts };
}

const withMore = (text: string, ...more: readonly DrawnFeature[]) =>
  collectionText(...JSON.parse(text).features, ...more);
const sharedM2 = (one: Position[], other: Position[]) =>
  area(
    intersect(
      featureCollection([one, other].map((ring) => feature<Polygon>({ type: "Polygon", coordinates: [ring] }))),
    )!,
  );

describe("an import leaves out", () => {
  it("authorities that meet no footprint, but for slivers, and says which: all that are left have a main footprint", async () => {
    // x lies a degree off; y reaches a hair over the footprints' eastern border.
    const authorities = withMore(
      AUTHORITIES,
      polygonFeature("x", [squareRing(1, 51)]),
      polygonFeature("y", [squareRing(-0.0001, 51)]),
    );
    const { facts, notes } = await importDrawn(authorities);

    expect(facts.authorities.map(({ code }) => code)).toEqual(["m", "n", "s"]);
    expect(facts.authorities.map(({ code }) => mainFootprint(code, facts, { weight: "AREA" })?.footprintCode)).toEqual([
      "E",
      "W",
      "E",
    ]);
    expect(notes.join("\n")).toMatch(
      /lower_tier.geojson: footprints.geojson does not cover 2 areas: Area x \(x\), Area y \(y\); they are left out of the edition\./,
    );
  });

  it("an authority of both tiers only where neither meets a footprint", async () => {
    // Of b the upper tier has more: it reaches the footprints.
    const lower = withMore(AUTHORITIES, polygonFeature("b", [squareRing(1, 51)]));
    const upper = collectionText(
      polygonFeature("b", [squareRing(-1, 51, 3)]),
      polygonFeature("far", [squareRing(4, 51)]),
    );

    const { facts } = await importDrawn(lower, { upper_tier: upper });

    expect(facts.authorities.find(({ code }) => code === "b")?.tiers).toEqual(["UPPER", "LOWER"]);
    expect(facts.authorities.map(({ code }) => code)).not.toContain("far");
  });

  it("members that lie in no footprint", async () => {
    const members = collectionText(
      polygonFeature("p", [squareRing(-1.9, 51, 0.5)]),
      polygonFeature("q", [squareRing(4, 51)]),
    );

    const { facts } = await importDrawn(AUTHORITIES, { members });

    expect(facts.members.map(({ code, footprintCode }) => `${code} ${footprintCode}`)).toEqual(["p W"]);
  });

  it("no layer altogether: layers that share nothing but slivers are refused", async () => {
    await expect(importDrawn(collectionText(polygonFeature("y", [squareRing(-0.0001, 51)])))).rejects.toThrow(
      /lower_tier.geojson and footprints.geojson: the layers share slivers at most. Give layers of the same place/,
    );
  });
});

describe("an import keeps", () => {
  it("footprints that no authority meets, and every question about them has an answer", async () => {
    const { folder } = await importDrawn(collectionText(polygonFeature("w", [squareRing(-1.9, 51, 0.5)])));
    const storePath = join(folder, "../store.sqlite");
    await build({ geodataFolder: join(folder, ".."), storePath });
    const server = await startServerOver(openStore(storePath));

    const { json } = await server.answer(`{
      footprints { nodes { code overlaps(tier: LOWER) { areaKm2 } coterminosity(tier: LOWER) { verdict summary } } }
      authorities(tier: LOWER) { nodes { code mainFootprint(weight: AREA) { code } } }
      spanningAuthorities(tier: LOWER, weight: AREA) { footprintCount }
      edition { agreement(tier: LOWER, weight: AREA) { vMeasure spanningCount } notes }
    }`);
    await server.stop();

    expect(json?.errors).toBeUndefined();
    expect(json?.data).toMatchObject({
      footprints: { nodes: [{ code: "E", overlaps: [], coterminosity: { verdict: "NONE" } }, { code: "W" }] },
      authorities: { nodes: [{ code: "w", mainFootprint: { code: "W" } }] },
      spanningAuthorities: [],
    });
    expect(JSON.stringify(json?.data)).toContain("does not cover 1 area: East (E); they stay, without overlaps");
  });
});

describe("areas of a layer that have land in common", () => {
  it("are imported where it is little: how many pairs and how much is said, and which has most", async () => {
    const [one, other] = [squareRing(-2, 52), squareRing(-1.14, 52.9, 0.2)];

    const { notes } = await importDrawn(withMore(AUTHORITIES, polygonFeature("o", [other])));

    const [said] = notes.filter((note) => note.includes("areas overlap"));
    const [, km2] = /1 pair of areas overlaps, by (\S+) km² \((\S+)% of the layer\)/.exec(said ?? "") ?? [];
    expect(Number(km2)).toBeCloseTo(sharedM2(one, other) / 1e6, -1);
    expect(said).toMatch(
      /counts for both; the largest overlap is that of North \(n\) and Area o \(o\): \S+ km², 35% of the smaller one, 9\.\d km thick/,
    );
  });

  it("are summed up where they are slivers, not listed one by one", async () => {
    const { notes } = await importDrawn(withMore(AUTHORITIES, polygonFeature("o", [squareRing(-1.0001, 52, 0.2)])));

    expect(notes.filter((note) => note.includes("areas overlap"))).toEqual([]);
    expect(notes.join("\n")).toMatch(
      /lower_tier.geojson: 1 pair of neighbours shares a sliver at most \S+ km thick, 0\.15 km² in all/,
    );
  });

  it("are refused where it is more than a hundredth of the layer", async () => {
    await expect(importDrawn(withMore(AUTHORITIES, polygonFeature("o", [squareRing(-1.5, 52)])))).rejects.toThrow(
      /^lower_tier.geojson: 1 pair of areas overlaps, by \S+ km² \(9\.8% of the layer\); .*\. Give areas that cover the land once; doctor lists every pair/,
    );
  });

  it("are refused with the place of each that is there twice, or lies in another", async () => {
    const authorities = withMore(
      AUTHORITIES,
      polygonFeature("n2", [squareRing(-2, 52)]),
      polygonFeature("in", [squareRing(-0.5, 50.2, 0.1)]),
    );

    await expect(importDrawn(authorities)).rejects.toThrow(
      /lower_tier.geojson, feature \d \(n2?\): the area is the same land as (Area n2|North) \(n2?\)\. Remove one of them\.\nlower_tier.geojson, feature 5 \(in\): the area lies within South \(s\), so that \S+ km² would count for both\. Give areas of one level only/,
    );
  });
});
