import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Position } from "geojson";
import { afterAll, describe, expect, it } from "vitest";
import type { FindingKind } from "../../../src/doctor/finding.js";
import { type DoctorReport, inspectLayers, reportGeojson, reportText } from "../../../src/doctor/report.js";
import { projectLayers, readLayerToInspect } from "../../../src/import/import-layer.js";
import {
  AUTHORITIES,
  collectionText,
  FOOTPRINTS,
  polygonFeature,
  squareRing,
  temporaryFolderWith,
} from "../../support/draw-files.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function inspect(...paths: readonly string[]): Promise<DoctorReport> {
  const layers = [];
  for (const address of paths) {
    layers.push(
      await readLayerToInspect("footprints", { address, code: null, name: null, crs: null, isSwapped: false }, "-"),
    );
  }
  return inspectLayers(projectLayers(layers).map((layer) => ({ ...layer, title: layer.file.file })));
}

function inspectTexts(...texts: readonly string[]): Promise<DoctorReport> {
  const names = texts.map((_, i) => `layer-${i + 1}.geojson`);
  const folder = temporaryFolderWith(Object.fromEntries(names.map((name, i) => [name, texts[i] ?? ""])));
  folders.push(folder);
  return inspect(...names.map((name) => join(folder, name)));
}

function findingsOf(kind: FindingKind, { findings }: DoctorReport): string[] {
  return findings.filter((finding) => finding.kind === kind).map(({ what }) => what);
}

/** A square of a degree with a corner every hundredth: its tolerance is some hundreds of metres. */
function denseSquare(west: number, south: number): Position[] {
  const [[x0 = 0, y0 = 0] = [], , [x1 = 0, y1 = 0] = []] = squareRing(west, south);
  const steps = Array.from({ length: 100 }, (_, i) => i / 100);
  return [
    ...steps.map((t): Position => [x0 + t, y0]),
    ...steps.map((t): Position => [x1, y0 + t]),
    ...steps.map((t): Position => [x1 - t, y1]),
    ...steps.map((t): Position => [x0, y1 - t]),
    [x0, y0],
  ];
}

describe("the doctor", () => {
  it("finds nothing in valid layers", async () => {
    const { findings } = await inspectTexts(FOOTPRINTS);

    expect(findings).toEqual([]);
  });

  it("finds the land that two areas both have, with its shape", async () => {
    //   a: 0 to 1, b: 0.9 to 1.9: a tenth of a degree is drawn twice
    const report = await inspectTexts(
      collectionText(polygonFeature("a", [squareRing(0, 50)]), polygonFeature("b", [squareRing(0.9, 50)])),
    );

    expect(findingsOf("OVERLAP", report)).toHaveLength(1);
    expect(findingsOf("OVERLAP", report)[0]).toMatch(
      /Area a \(a\) and Area b \(b\) overlap by \d+ km², 7\.\d km thick/,
    );
    const [place] = reportGeojson(report).features;
    expect(place?.geometry.type).toBe("Polygon");
  });

  it("finds an area that is there twice under two codes", async () => {
    const report = await inspectTexts(
      collectionText(polygonFeature("a", [squareRing(0, 50)]), polygonFeature("b", [squareRing(0, 50)], "Other")),
    );

    expect(findingsOf("DUPLICATE", report)).toEqual(["Area a (a) and Other (b) are the same land: remove one of them"]);
  });

  it("finds a gap between areas, and calls a thick one a hole", async () => {
    // Two halves of a frame round a hole: 0.0002 degrees wide, then half a degree.
    const frame = (width: number) =>
      collectionText(
        polygonFeature("south", [
          [
            [0, 50],
            [2, 50],
            [2, 51],
            [1 + width, 51],
            [1 + width, 50.5],
            [1, 50.5],
            [1, 51],
            [0, 51],
            [0, 50],
          ],
        ]),
        polygonFeature("north", [
          [
            [0, 51],
            [1, 51],
            [1 + width, 51],
            [2, 51],
            [2, 52],
            [0, 52],
            [0, 51],
          ],
        ]),
      );

    const thin = await inspectTexts(frame(0.0002));
    const thick = await inspectTexts(frame(0.5));

    expect([findingsOf("GAP", thin), findingsOf("HOLE", thin)].map(({ length }) => length)).toEqual([1, 0]);
    expect([findingsOf("GAP", thick), findingsOf("HOLE", thick)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it("finds a gap between areas that share no corner, but none between areas a canal's width apart or where coasts part", async () => {
    // b lies 30 m east of a; d lies 7 km east of c, and e meets c in a corner, from which their coasts part.
    const layer = (...drawnAreas: readonly (readonly [string, number, number])[]) =>
      collectionText(...drawnAreas.map(([code, west, south]) => polygonFeature(code, [denseSquare(west, south)])));

    const apart = await inspectTexts(layer(["a", 0, 50], ["b", 1.0004, 50]));
    const others = await inspectTexts(layer(["c", 0, 50], ["d", 1.1, 50], ["e", 1, 51]));

    expect(findingsOf("GAP", apart)).toEqual([
      expect.stringMatching(
        /^Area a \(a\) and Area b \(b\) face each other for 110 km, at most (28|29) m apart, without a shared border: a gap/,
      ),
    ]);
    expect(findingsOf("GAP", others)).toEqual([]);
  });

  it("repairs a ring with a loop, an open ring and a ring that encloses nothing, and lists each with its place", async () => {
    //        ╲╱       the northern border with a small loop in it
    //   ─────╳─────
    const looped = [
      [0, 50],
      [1, 50],
      [1, 51],
      [0.5, 51],
      [0.49, 51.01],
      [0.51, 51.01],
      [0.495, 50.99],
      [0, 51],
      [0, 50],
    ];
    const report = await inspectTexts(
      collectionText(
        polygonFeature("loop", [looped]),
        polygonFeature("open", [squareRing(2, 50).slice(0, -1)]),
        polygonFeature("line", [
          squareRing(4, 50),
          [
            [4.2, 50.2],
            [4.4, 50.4],
            [4.2, 50.2],
            [4.2, 50.2],
          ],
        ]),
      ),
    );

    const invalid = report.findings.filter(({ kind }) => kind === "INVALID");
    const repairs = new Map(invalid.map(({ areas, mended }) => [areas[0], mended]));
    expect(repairs.get("Area loop (loop)")).toMatch(/^redrawn around the land it encloses; its area changes by/);
    expect(repairs.get("Area open (open)")).toBe("closed");
    expect(repairs.get("Area line (line)")).toBe("left out");
    expect(invalid.find(({ areas }) => areas[0] === "Area loop (loop)")?.at).toEqual([0.5025, 51]);
  });

  it("names parts over each other and holes outside, with what it made of them", async () => {
    const [outer, inner] = [squareRing(0, 50), squareRing(0.4, 50.4, 0.2)];
    const parts = { type: "MultiPolygon", coordinates: [[outer], [inner]] };
    const report = await inspectTexts(
      collectionText(
        { ...polygonFeature("county", []), geometry: parts },
        polygonFeature("city", [inner]),
        polygonFeature("hole", [squareRing(2, 50), squareRing(3.2, 50, 0.02)]),
      ),
    );

    const invalid = report.findings.filter(({ kind }) => kind === "INVALID");
    expect(invalid.map(({ what, mended }) => `${what} → ${mended}`)).toEqual([
      "Area hole (hole): a hole of 3.2 km² near [3.2, 50] lies outside its polygon → left out",
      expect.stringMatching(
        /^Area county \(county\): two parts overlap near \[0.4, 50.4\] by .* → the inner one is made a hole, because Area city \(city\)/,
      ),
    ]);
    expect(invalid.map(({ at }) => at)).toEqual([
      [3.2, 50],
      [0.4, 50.4],
    ]);
  });

  it("goes on after a boundary that cannot be repaired, and says that it is not inspected further", async () => {
    const bowTie = [
      [-2, 51],
      [-1, 52],
      [-1, 51],
      [-2, 52],
      [-2, 51],
    ];
    const report = await inspectTexts(
      collectionText(polygonFeature("tie", [bowTie]), polygonFeature("a", [squareRing(0, 50)])),
    );

    expect(report.layers[0]?.areaCount).toBe(1);
    expect(findingsOf("INVALID", report)).toEqual([
      "Area tie (tie): polygon 1, outer ring crosses itself near [-1.5, 51.5] so that 100% of its area depends on how it is read; redraw it there as an outer ring and holes that do not cross themselves. The area is not inspected further",
    ]);
    expect(await inspectTexts(collectionText(polygonFeature("tie", [bowTie])))).toMatchObject({
      layers: [{ areaCount: 0 }],
    });
  });

  it("numbers polygons as the file does, after those that enclose nothing", async () => {
    const line = [
      [4.2, 50.2],
      [4.4, 50.4],
      [4.2, 50.2],
      [4.2, 50.2],
    ];
    const parts = { type: "MultiPolygon", coordinates: [[line], [squareRing(0, 50).slice(0, -1)]] };

    const report = await inspectTexts(collectionText({ ...polygonFeature("a", []), geometry: parts }));

    expect(findingsOf("INVALID", report)).toEqual([
      "Area a (a): polygon 1, outer ring encloses no area",
      "Area a (a): polygon 2, outer ring is not closed",
    ]);
  });

  it("names areas that the other layer does not cover, and land beyond it", async () => {
    const beside = collectionText(
      polygonFeature("W", [squareRing(-2, 50, 3)]),
      polygonFeature("far", [squareRing(5, 50)]),
    );

    const report = await inspectTexts(beside, AUTHORITIES);

    expect(findingsOf("NOT_COVERED", report)[0]).toContain("does not cover 1 area: Area far (far)");
    expect(findingsOf("BEYOND", report).length).toBeGreaterThan(0);
  });

  it("names look-alikes, but not areas that are numbered", async () => {
    const report = await inspectTexts(
      collectionText(
        polygonFeature("1", [squareRing(0, 50)], "St. Helens"),
        polygonFeature("2", [squareRing(1, 50)], "St Helens"),
        polygonFeature("3", [squareRing(2, 50)], "Westmorland"),
        polygonFeature("4", [squareRing(3, 50)], "Westmoreland"),
        polygonFeature("5", [squareRing(4, 50)], "Catchment 1"),
        polygonFeature("6", [squareRing(5, 50)], "Catchment 2"),
      ),
    );

    expect(findingsOf("NAME", report)).toEqual([
      "St. Helens (1) and St Helens (2) have the same name: two areas, or one area twice?",
      "Westmorland (3) and Westmoreland (4) differ by one letter: two areas, or one area twice?",
    ]);
  });

  it("says all of it in a text", async () => {
    const text = reportText(await inspectTexts(FOOTPRINTS, AUTHORITIES));

    expect(text).toMatch(/layer-1.geojson: 2 areas, \d+ km², vertices \d+ km apart/);
    expect(text).toContain("layer-1.geojson and layer-2.geojson: tolerance");
  });
});
