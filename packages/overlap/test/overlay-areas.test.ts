import { describe, expect, it } from "vitest";
import { prepareLayer } from "../src/layer/prepared-layer.js";
import { overlayAreas } from "../src/overlay/overlay-areas.js";
import { equalAreaProjection } from "../src/projection/cylindrical-equal-area.js";
import { areaFromRings, boxRing, layerFromAreas } from "./draw-areas.js";

const SQUARE_MM_M2 = 1e-6;

describe("two areas share", () => {
  it("the rectangle where they cross", () => {
    //   ┌────a────┐
    //   │    ┌────┼────┐     600 × 500
    //   └────┼────┘    │
    //        └────b────┘
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 400, 1000, 1000)]));
    const b = layerFromAreas(areaFromRings("b", [boxRing(400, 0, 1400, 900)]));

    const [pair, ...others] = overlayAreas(a, b);

    expect(others).toEqual([]);
    expect(pair?.areaM2).toBeCloseTo(600 * 500, 5);
  });

  it("all of one that lies inside the other, and all of both when they are the same", () => {
    const outer = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 1000, 1000)]));
    const inner = layerFromAreas(areaFromRings("b", [boxRing(300, 300, 400, 400)]));

    expect(overlayAreas(outer, inner)[0]?.areaM2).toBeCloseTo(10_000, 5);
    expect(overlayAreas(outer, outer)[0]?.areaM2).toBeCloseTo(1_000_000, 4);
  });

  it("nothing when they only touch, along an edge, part of one, or in a corner", () => {
    //   ┌───┐
    //   │   ├──┐
    //   │ a │  │    the neighbour's corners lie on a's edge
    //   │   ├──┘
    //   └───┘
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 1000, 1000)]));
    const touching = layerFromAreas(
      areaFromRings("edge", [boxRing(1000, 0, 2000, 1000)]),
      areaFromRings("part", [boxRing(-500, 200, 0, 700)]),
      areaFromRings("corner", [boxRing(1000, 1000, 2000, 2000)]),
    );

    expect(overlayAreas(a, touching)).toEqual([]);
    expect(overlayAreas(touching, a)).toEqual([]);
  });

  it("nothing in each other's holes", () => {
    const ring = layerFromAreas(areaFromRings("ring", [boxRing(0, 0, 1000, 1000), boxRing(200, 200, 800, 800)]));
    const island = layerFromAreas(areaFromRings("island", [boxRing(200, 200, 800, 800)]));
    const smaller = layerFromAreas(areaFromRings("smaller", [boxRing(300, 300, 700, 700)]));
    const larger = layerFromAreas(areaFromRings("larger", [boxRing(100, 100, 900, 900)]));

    expect(overlayAreas(ring, island)).toEqual([]);
    expect(overlayAreas(ring, smaller)).toEqual([]);
    expect(overlayAreas(ring, larger)[0]?.areaM2).toBeCloseTo(800 * 800 - 600 * 600, 4);
  });

  it("the same however their rings are wound", () => {
    const forward = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 1000, 1000), boxRing(200, 200, 800, 800)]));
    const backward = layerFromAreas(
      areaFromRings("a", [boxRing(0, 0, 1000, 1000).toReversed(), boxRing(200, 200, 800, 800).toReversed()]),
    );
    const other = layerFromAreas(areaFromRings("b", [boxRing(500, -100, 1500, 700)]));

    expect(overlayAreas(backward, other)[0]?.areaM2).toBeCloseTo(overlayAreas(forward, other)[0]?.areaM2 ?? 0, 5);
    expect(backward.areaM2[0]).toBeCloseTo(640_000, 4);
  });

  it("each part of an area in several parts, and what two areas of one layer both cover, twice", () => {
    const islands = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 100, 100)], [boxRing(200, 0, 300, 100)]));
    const overlapping = layerFromAreas(
      areaFromRings("p", [boxRing(50, 0, 250, 100)]),
      areaFromRings("q", [boxRing(0, 50, 300, 100)]),
    );

    const pairs = overlayAreas(islands, overlapping);

    expect(pairs.map(({ b, areaM2 }) => [b, Math.round(areaM2 * 1000) / 1000])).toEqual([
      [0, 10_000],
      [1, 10_000],
    ]);
  });

  it("nothing in an empty layer, or when the layers do not meet", () => {
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 1000, 1000)]));

    expect(overlayAreas(a, layerFromAreas())).toEqual([]);
    expect(overlayAreas(layerFromAreas(), layerFromAreas())).toEqual([]);
    expect(overlayAreas(a, layerFromAreas(areaFromRings("far", [boxRing(90_000, 0, 91_000, 1000)])))).toEqual([]);
  });

  it("a hair that is there, and not one that is not", () => {
    const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 10_000, 10_000)]));
    const hair = layerFromAreas(areaFromRings("b", [boxRing(9999.999, 0, 20_000, 10_000)]));

    const [pair] = overlayAreas(a, hair);

    expect(Math.abs((pair?.areaM2 ?? 0) - 10)).toBeLessThan(10_000 * 1e-8 + SQUARE_MM_M2);
  });
});

it("layers in different projections are refused", () => {
  const a = layerFromAreas(areaFromRings("a", [boxRing(0, 0, 1000, 1000)]));
  const elsewhere = prepareLayer([areaFromRings("a", [boxRing(0, 0, 1000, 1000)])], equalAreaProjection([0, 0, 1, 1]));

  expect(() => overlayAreas(a, elsewhere)).toThrow(/different projections/);
});
