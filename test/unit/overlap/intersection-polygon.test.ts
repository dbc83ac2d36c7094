import { booleanValid, feature } from "@turf/turf";
import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import type { Boundary } from "../../../packages/overlap/src/boundary.js";
import { polygonsOf } from "../../../packages/overlap/src/boundary.js";
import { type PreparedLayer, prepareLayer } from "../../../packages/overlap/src/layer/prepared-layer.js";
import { overlayAreas } from "../../../packages/overlap/src/overlay/overlay-areas.js";
import { intersection } from "../../../packages/overlap/src/polygonize/intersection.js";
import {
  areaFromRings,
  boxRing,
  DRAWING_PROJECTION,
  layerFromAreas,
} from "../../../packages/overlap/test/draw-areas.js";
import { RANDOM_CASES } from "../../../packages/overlap/test/random-cases.js";
import { readShippedLayer } from "../../support/shipped-layers.js";

function shapeM2(shape: Boundary | null, { projection }: PreparedLayer): number {
  return shape === null ? 0 : (prepareLayer([{ code: "shape", boundary: shape }], projection).areaM2[0] ?? 0);
}

function positionsOf(boundary: Boundary): Position[] {
  return polygonsOf(boundary).flat(2);
}

describe("the shape of an overlap", () => {
  it("of two rectangles is a closed rectangle wound as GeoJSON asks", () => {
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 400, 1000, 1000)]));
    const b = layerFromAreas(areaFromRings("b", [boxRing(400, 0, 1400, 900)]));

    const shape = intersection(a, 0, b, 0);

    expect(shape?.type).toBe("Polygon");
    expect(shape === null ? 0 : positionsOf(shape)).toHaveLength(5);
    expect(shapeM2(shape, a)).toBeCloseTo(600 * 500, 3);
  });

  it("of areas that only touch is null", () => {
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 1000, 1000)]));
    const b = layerFromAreas(areaFromRings("b", [boxRing(1000, 0, 2000, 1000)]));

    expect(intersection(a, 0, b, 0)).toBeNull();
  });

  it("of an area with itself is the area, corner by corner", () => {
    const drawn = areaFromRings(
      "a",
      [boxRing(0, 0, 1000, 1000), boxRing(200, 200, 800, 800)],
      [boxRing(400, 400, 600, 600)],
    );
    const a = layerFromAreas(drawn);

    const shape = intersection(a, 0, a, 0);

    const corners = (boundary: Boundary): string[] => [...new Set(positionsOf(boundary).map(String))].sort();
    expect(shape === null ? [] : corners(shape)).toEqual(corners(drawn.boundary));
    expect(shape === null ? [] : polygonsOf(shape).map((rings) => rings.length)).toEqual([2, 1]);
  });

  it("keeps parts that meet in a corner apart", () => {
    //   ┌──┐
    //   │  ├──┐
    //   └──┼──┘ and a strip over both
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 100, 100)], [boxRing(100, 100, 200, 200)]));
    const b = layerFromAreas(areaFromRings("b", [boxRing(-10, -10, 300, 300)]));

    const shape = intersection(a, 0, b, 0);

    expect(shape === null ? [] : polygonsOf(shape).map(([outer = []]) => outer.length)).toEqual([5, 5]);
  });
});

it("the real partial overlaps of 2017 are valid shapes made of the boundaries' own corners", () => {
  const footprints = readShippedLayer("stp-2017", "footprints");
  const councils = readShippedLayer("stp-2017", "lower_tier");
  const a = prepareLayer(footprints, DRAWING_PROJECTION);
  const b = prepareLayer(councils, DRAWING_PROJECTION);
  const known = new Set(councils.flatMap(({ boundary }) => positionsOf(boundary).map(String)));
  for (const { boundary } of footprints) for (const position of positionsOf(boundary)) known.add(String(position));

  const partial = overlayAreas(a, b).filter((pair) => pair.areaM2 < 0.999_999 * (b.areaM2[pair.b] ?? 0));

  expect(partial).toHaveLength(34);
  for (const pair of partial) {
    const shape = intersection(a, pair.a, b, pair.b);
    expect(Math.abs(shapeM2(shape, a) / pair.areaM2 - 1)).toBeLessThan(1e-12);
    expect(shape !== null && positionsOf(shape).every((position) => known.has(String(position)))).toBe(true);
  }
});

it("shapes of random overlaps have the area measured and are valid", () => {
  const place = fc.integer({ min: 0, max: 8 }).map((n) => n * 100);
  const rectangle = fc.tuple(place, place, place, place).map(([x, y, w, h]) => boxRing(x, y, x + w + 100, y + h + 100));
  fc.assert(
    fc.property(rectangle, rectangle, rectangle, (p, q, r) => {
      const a = layerFromAreas(areaFromRings("a", [p]));
      const frame = layerFromAreas(areaFromRings("b", [boxRing(-100, -100, 2000, 2000), q]), areaFromRings("c", [r]));
      for (const pair of overlayAreas(a, frame)) {
        const shape = intersection(a, pair.a, frame, pair.b);
        expect(Math.abs(shapeM2(shape, a) - pair.areaM2)).toBeLessThan(1e-3);
        expect(shape !== null && booleanValid(feature(shape))).toBe(true);
      }
    }),
    { numRuns: RANDOM_CASES, seed: 4 },
  );
});
