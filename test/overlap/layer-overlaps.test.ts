import { describe, expect, it } from "vitest";
import { planeFor } from "../../src/geometry/equal-area-plane.js";
import { layerOverlaps } from "../../src/overlap/layer-overlaps.js";
import { measuredLayer } from "../../src/overlap/measured-layer.js";
import { box, drawnArea, drawnLayer } from "./drawn-areas.js";

const SQUARE_MM_M2 = 1e-6;

describe("two areas share", () => {
  it("the rectangle where they cross", () => {
    //   ┌────a────┐
    //   │    ┌────┼────┐     600 × 500
    //   └────┼────┘    │
    //        └────b────┘
    const a = drawnLayer(drawnArea("a", [box(0, 400, 1000, 1000)]));
    const b = drawnLayer(drawnArea("b", [box(400, 0, 1400, 900)]));

    const [pair, ...others] = layerOverlaps(a, b);

    expect(others).toEqual([]);
    expect(pair?.areaM2).toBeCloseTo(600 * 500, 5);
  });

  it("all of one that lies inside the other, and all of both when they are the same", () => {
    const outer = drawnLayer(drawnArea("a", [box(0, 0, 1000, 1000)]));
    const inner = drawnLayer(drawnArea("b", [box(300, 300, 400, 400)]));

    expect(layerOverlaps(outer, inner)[0]?.areaM2).toBeCloseTo(10_000, 5);
    expect(layerOverlaps(outer, outer)[0]?.areaM2).toBeCloseTo(1_000_000, 4);
  });

  it("nothing when they only touch, along an edge, part of one, or in a corner", () => {
    //   ┌───┐
    //   │   ├──┐
    //   │ a │  │    the neighbour's corners lie on a's edge
    //   │   ├──┘
    //   └───┘
    const a = drawnLayer(drawnArea("a", [box(0, 0, 1000, 1000)]));
    const touching = drawnLayer(
      drawnArea("edge", [box(1000, 0, 2000, 1000)]),
      drawnArea("part", [box(-500, 200, 0, 700)]),
      drawnArea("corner", [box(1000, 1000, 2000, 2000)]),
    );

    expect(layerOverlaps(a, touching)).toEqual([]);
    expect(layerOverlaps(touching, a)).toEqual([]);
  });

  it("nothing in each other's holes", () => {
    const ring = drawnLayer(drawnArea("ring", [box(0, 0, 1000, 1000), box(200, 200, 800, 800)]));
    const island = drawnLayer(drawnArea("island", [box(200, 200, 800, 800)]));
    const smaller = drawnLayer(drawnArea("smaller", [box(300, 300, 700, 700)]));
    const larger = drawnLayer(drawnArea("larger", [box(100, 100, 900, 900)]));

    expect(layerOverlaps(ring, island)).toEqual([]);
    expect(layerOverlaps(ring, smaller)).toEqual([]);
    expect(layerOverlaps(ring, larger)[0]?.areaM2).toBeCloseTo(800 * 800 - 600 * 600, 4);
  });

  it("the same however their rings are wound", () => {
    const forward = drawnLayer(drawnArea("a", [box(0, 0, 1000, 1000), box(200, 200, 800, 800)]));
    const backward = drawnLayer(
      drawnArea("a", [box(0, 0, 1000, 1000).toReversed(), box(200, 200, 800, 800).toReversed()]),
    );
    const other = drawnLayer(drawnArea("b", [box(500, -100, 1500, 700)]));

    expect(layerOverlaps(backward, other)[0]?.areaM2).toBeCloseTo(layerOverlaps(forward, other)[0]?.areaM2 ?? 0, 5);
    expect(backward.areaM2[0]).toBeCloseTo(640_000, 4);
  });

  it("each part of an area in several parts, and what two areas of one layer both cover, twice", () => {
    const islands = drawnLayer(drawnArea("a", [box(0, 0, 100, 100)], [box(200, 0, 300, 100)]));
    const overlapping = drawnLayer(drawnArea("p", [box(50, 0, 250, 100)]), drawnArea("q", [box(0, 50, 300, 100)]));

    const pairs = layerOverlaps(islands, overlapping);

    expect(pairs.map(({ b, areaM2 }) => [b, Math.round(areaM2 * 1000) / 1000])).toEqual([
      [0, 10_000],
      [1, 10_000],
    ]);
  });

  it("nothing in an empty layer, or when the layers do not meet", () => {
    const a = drawnLayer(drawnArea("a", [box(0, 0, 1000, 1000)]));

    expect(layerOverlaps(a, drawnLayer())).toEqual([]);
    expect(layerOverlaps(drawnLayer(), drawnLayer())).toEqual([]);
    expect(layerOverlaps(a, drawnLayer(drawnArea("far", [box(90_000, 0, 91_000, 1000)])))).toEqual([]);
  });

  it("a hair that is there, and not one that is not", () => {
    const a = drawnLayer(drawnArea("a", [box(0, 0, 10_000, 10_000)]));
    const hair = drawnLayer(drawnArea("b", [box(9999.999, 0, 20_000, 10_000)]));

    const [pair] = layerOverlaps(a, hair);

    expect(Math.abs((pair?.areaM2 ?? 0) - 10)).toBeLessThan(10_000 * 1e-8 + SQUARE_MM_M2);
  });
});

it("layers in different planes are refused", () => {
  const a = drawnLayer(drawnArea("a", [box(0, 0, 1000, 1000)]));
  const elsewhere = measuredLayer([drawnArea("a", [box(0, 0, 1000, 1000)])], planeFor([0, 0, 1, 1]));

  expect(() => layerOverlaps(a, elsewhere)).toThrow(/different planes/);
});
