import { expect, it } from "vitest";
import { seeded } from "../../bench/harness.js";
import { toLonLat } from "../../src/geometry/equal-area-plane.js";
import { areasAtPoints, IN_NONE } from "../../src/overlap/areas-at-points.js";
import { pointIndex, pointsInLayer } from "../../src/overlap/point-index.js";
import { box, DRAWING_PLANE, drawnArea, drawnLayer } from "./drawn-areas.js";

const random = seeded(7);
const POINTS = Float64Array.from(
  Array.from({ length: 2000 }, () => [...toLonLat(DRAWING_PLANE, [20_000 * random(), 20_000 * random()])]).flat(),
);

it("the points of an index that lie in a layer are those that are found one by one", () => {
  const layer = drawnLayer(
    drawnArea("ring", [box(2000, 3000, 9000, 8000), box(4000, 4000, 6000, 6000)]),
    drawnArea("far", [box(15_000, 15_000, 16_000, 16_000)]),
  );

  const found = pointsInLayer(pointIndex(DRAWING_PLANE, POINTS), layer).toSorted();

  const one = areasAtPoints(layer, POINTS);
  expect([...found]).toEqual([...one.keys()].filter((point) => one[point] !== IN_NONE));
  expect(found.length).toBeGreaterThan(100);
});

it("no points, and points outside, lie in nothing", () => {
  const layer = drawnLayer(drawnArea("away", [box(50_000, 50_000, 51_000, 51_000)]));

  expect(pointsInLayer(pointIndex(DRAWING_PLANE, POINTS), layer)).toHaveLength(0);
  expect(pointsInLayer(pointIndex(DRAWING_PLANE, new Float64Array(0)), layer)).toHaveLength(0);
  expect(pointsInLayer(pointIndex(DRAWING_PLANE, POINTS), drawnLayer())).toHaveLength(0);
});
