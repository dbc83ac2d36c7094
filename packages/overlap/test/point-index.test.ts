import { expect, it } from "vitest";
import { seededRandom } from "../../../bench/harness.js";
import { locatePoints, NO_AREA } from "../src/location/locate-points.js";
import { pointIndex, pointsInLayer } from "../src/location/point-index.js";
import { unproject } from "../src/projection/cylindrical-equal-area.js";
import { areaFromRings, boxRing, DRAWING_PROJECTION, layerFromAreas } from "./draw-areas.js";

const random = seededRandom(7);
const POINTS = Float64Array.from(
  Array.from({ length: 2000 }, () => [...unproject(DRAWING_PROJECTION, [20_000 * random(), 20_000 * random()])]).flat(),
);

it("the points of an index that lie in a layer are those that are found one by one", () => {
  const layer = layerFromAreas(
    areaFromRings("ring", [boxRing(2000, 3000, 9000, 8000), boxRing(4000, 4000, 6000, 6000)]),
    areaFromRings("far", [boxRing(15_000, 15_000, 16_000, 16_000)]),
  );

  const found = pointsInLayer(pointIndex(DRAWING_PROJECTION, POINTS), layer).toSorted();

  const one = locatePoints(layer, POINTS);
  expect([...found]).toEqual([...one.keys()].filter((point) => one[point] !== NO_AREA));
  expect(found.length).toBeGreaterThan(100);
});

it("no points, and points outside, lie in nothing", () => {
  const layer = layerFromAreas(areaFromRings("away", [boxRing(50_000, 50_000, 51_000, 51_000)]));

  expect(pointsInLayer(pointIndex(DRAWING_PROJECTION, POINTS), layer)).toHaveLength(0);
  expect(pointsInLayer(pointIndex(DRAWING_PROJECTION, new Float64Array(0)), layer)).toHaveLength(0);
  expect(pointsInLayer(pointIndex(DRAWING_PROJECTION, POINTS), layerFromAreas())).toHaveLength(0);
});
