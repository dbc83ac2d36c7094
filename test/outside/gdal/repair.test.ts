import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Position } from "geojson";
import { afterAll, describe, expect, it } from "vitest";
import { readLayer } from "../../../src/import/import-layer.js";
import {
  collectionText,
  type DrawnFeature,
  polygonFeature,
  squareRing,
  temporaryFolderWith,
} from "../../support/draw-files.js";
import { HAS_GDAL } from "../../support/gdal.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function fileWith(...features: readonly DrawnFeature[]): string {
  const folder = temporaryFolderWith({ "x.geojson": collectionText(...features) });
  folders.push(folder);
  return join(folder, "x.geojson");
}

function read(...features: readonly DrawnFeature[]) {
  const request = { address: fileWith(...features), code: null, name: null, crs: null, isSwapped: false };
  return readLayer("lower_tier", request, "--lower");
}

function ofParts(code: string, ...polygons: readonly (readonly Position[])[][]): DrawnFeature {
  return { ...polygonFeature(code, []), geometry: { type: "MultiPolygon", coordinates: polygons } };
}

const OUTER = squareRing(0, 50);
const INNER = squareRing(0.4, 50.4, 0.2);

describe.skipIf(!HAS_GDAL)("GEOS (needs ogr2ogr)", () => {
  it("finds the same areas valid once repaired, and measures them alike", async () => {
    const broken = [ofParts("county", [OUTER], [INNER]), polygonFeature("city", [INNER])];
    const before = geosAreas(fileWith(...broken));

    const { areas } = await read(...broken);
    const after = geosAreas(
      fileWith(...areas.map(({ code, boundary }) => ({ ...polygonFeature(code, []), geometry: boundary }))),
    );

    expect(before.get("county")).toMatchObject({ isValid: false });
    // A sixth-part of a square degree, less the inner square; the county as read by the even-odd rule.
    expect(after.get("county")).toEqual({ isValid: true, degrees2: before.get("county")?.degrees2 });
    expect(after.get("county")?.degrees2).toBeCloseTo(1 - 0.04, 12);
  });
});

/** What GEOS makes of a layer: whether each area is valid, and its area in square degrees once it is made so. */
function geosAreas(path: string): Map<string, { isValid: boolean; degrees2: number }> {
  const sql = "select code, ST_IsValid(geometry) as valid, ST_Area(ST_MakeValid(geometry)) as size from x";
  const csv = execFileSync("ogr2ogr", ["-f", "CSV", "/vsistdout/", path, "-dialect", "sqlite", "-sql", sql], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const rows = csv.trim().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [code = "", valid, size] = row.split(",").map((cell) => cell.replaceAll('"', ""));
      return [code, { isValid: valid === "1", degrees2: Number(size) }];
    }),
  );
}
