import { rmSync } from "node:fs";
import { join } from "node:path";
import { area, difference, feature, featureCollection, union } from "@turf/turf";
import type { Polygon, Position } from "geojson";
import { afterAll, describe, expect, it } from "vitest";
import { ImportError } from "../../../src/import/import-error.js";
import type { ImportedLayer } from "../../../src/import/import-layer.js";
import { readLayer } from "../../../src/import/import-layer.js";
import {
  collectionText,
  type DrawnFeature,
  polygonFeature,
  squareRing,
  temporaryFolderWith,
} from "../../support/draw-files.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function fileWith(...features: readonly DrawnFeature[]): string {
  const folder = temporaryFolderWith({ "x.geojson": collectionText(...features) });
  folders.push(folder);
  return join(folder, "x.geojson");
}

function read(...features: readonly DrawnFeature[]): Promise<ImportedLayer> {
  const request = { address: fileWith(...features), code: null, name: null, crs: null, isSwapped: false };
  return readLayer("lower_tier", request, "--lower");
}

function ofParts(code: string, ...polygons: readonly (readonly Position[])[][]): DrawnFeature {
  return { ...polygonFeature(code, []), geometry: { type: "MultiPolygon", coordinates: polygons } };
}

/** What Turf's clipper makes of polygons, square metres on its sphere; the layer's area is measured there too. */
const unionM2 = (...rings: readonly Position[][]) => area(union(featureCollection(rings.map(square)))!);
const differenceM2 = (...rings: readonly Position[][]) => area(difference(featureCollection(rings.map(square)))!);
const square = (ring: Position[]) => feature<Polygon>({ type: "Polygon", coordinates: [ring] });
const areaOf = ({ areas }: ImportedLayer, code: string) => area(areas.find((item) => item.code === code)!.boundary);

const OUTER = squareRing(0, 50);
const INNER = squareRing(0.4, 50.4, 0.2);

describe("an area whose parts lie over each other", () => {
  it("has a hole where another area of the layer has the inner part's land, corner for corner", async () => {
    const layer = await read(ofParts("county", [OUTER], [INNER]), polygonFeature("city", [INNER]));

    const county = layer.areas.find(({ code }) => code === "county");
    expect(county?.boundary).toEqual({ type: "Polygon", coordinates: [OUTER, INNER] });
    expect(areaOf(layer, "county")).toBeCloseTo(differenceM2(OUTER, INNER), 0);
    const [repair] = layer.repairs;
    expect(repair?.what).toMatch(/^two parts overlap near \[0\.4, 50\.4\] by \d+ km²$/);
    expect(repair?.done).toMatch(
      /^the inner one is made a hole, because Area city \(city\) covers it; the area is 7,\d+ km², not 8,\d+ km²$/,
    );
  });

  it("counts a part once that is there twice", async () => {
    const layer = await read(ofParts("a", [OUTER], [INNER.map(([x = 0, y = 0]) => [x + 2, y])], [OUTER]));

    expect(areaOf(layer, "a")).toBeCloseTo(area(square(OUTER)) + area(square(INNER)), -1);
    expect(layer.repairs.map(({ done }) => done).join()).toMatch(/^counted once; the area is 8,\d+ km², not 16,/);
  });

  it("counts land once that two parts share by a little, as a union does", async () => {
    const beside = squareRing(0.995, 50);

    const layer = await read(ofParts("a", [OUTER], [beside]));

    expect(areaOf(layer, "a") / unionM2(OUTER, beside)).toBeCloseTo(1, 9);
    expect(layer.repairs.map(({ done }) => done).join()).toMatch(/^merged; the area is/);
  });

  it("is refused with the place where a hundredth of it depends on whether the inner part is land or a hole", async () => {
    const refused = await read(ofParts("a", [OUTER], [INNER])).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(ImportError);
    expect((refused as Error).message).toMatch(
      /^x\.geojson, feature 1 \(a\): two parts overlap near \[0\.4, 50\.4\] by \d+ km²: 4% of the area depends on whether that is land or a hole\. Make the inner part a hole of the outer one, or remove it\.$/,
    );
  });

  it("stays as it is where an island lies in a lake", async () => {
    const island = squareRing(0.45, 50.45, 0.05);

    const layer = await read(ofParts("a", [OUTER, INNER], [island]));

    expect(layer.repairs).toEqual([]);
    expect(areaOf(layer, "a")).toBeCloseTo(differenceM2(OUTER, INNER) + area(square(island)), -1);
  });
});

describe("an area whose holes lie where they cannot", () => {
  it("has a hole given to the part that it lies in, when it came with another", async () => {
    const far = squareRing(2, 50);
    const lake = squareRing(2.4, 50.4, 0.2);

    const layer = await read(ofParts("a", [OUTER, lake], [far]));

    expect(areaOf(layer, "a")).toBeCloseTo(area(square(OUTER)) + differenceM2(far, lake), -1);
    expect(layer.repairs.map(({ done }) => done)).toEqual(["made a hole of the part that contains it"]);
  });

  it("loses nothing to a small hole outside it, nor to what reaches beyond its border", async () => {
    const outside = squareRing(1.2, 50, 0.05);
    const across = squareRing(0.975, 50.5, 0.05);

    const layer = await read(
      polygonFeature("a", [OUTER, outside]),
      polygonFeature("b", [OUTER.map(([x = 0, y = 0]) => [x + 3, y]), across.map(([x = 0, y = 0]) => [x + 3, y])]),
    );

    expect(areaOf(layer, "a")).toBeCloseTo(area(square(OUTER)), -1);
    expect(areaOf(layer, "b") / differenceM2(OUTER, across)).toBeCloseTo(1, 9);
    expect(layer.repairs.map(({ done }) => done)).toEqual([
      "left out",
      "cut at the border; the land beyond is not subtracted",
    ]);
  });

  it("is refused when much of it depends on what is meant", async () => {
    await expect(read(polygonFeature("a", [OUTER, squareRing(1.2, 50, 0.5)]))).rejects.toThrow(
      /feature 1 \(a\): a hole of 2000 km² near \[1\.2, 50\] lies outside its polygon: 25\.1% of the area/,
    );
  });
});
