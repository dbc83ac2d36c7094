import { afterAll, describe, expect, it } from "vitest";
import { planeFor } from "../../src/geometry/equal-area-plane.js";
import { areasAtPoints } from "../../src/overlap/areas-at-points.js";
import { layerOverlaps } from "../../src/overlap/layer-overlaps.js";
import type { LayerArea } from "../../src/overlap/layer-rings.js";
import { measuredLayer } from "../../src/overlap/measured-layer.js";
import { openTwoThreads } from "../../src/workers/two-threads.js";
import { box, drawnArea } from "../overlap/drawn-areas.js";
import { ENGLAND_BOX } from "../overlap/input-layers.js";
import { shippedLayer } from "../overlap/shipped-layers.js";

const plane = planeFor(ENGLAND_BOX);
const threads = openTwoThreads();
afterAll(() => threads.close());

function gridPoints(): Float64Array {
  const steps = Array.from({ length: 80 }, (_, i) => i / 80);
  return Float64Array.from(steps.flatMap((u) => steps.flatMap((v) => [-6 + 8 * u, 50 + 5.5 * v])));
}

async function expectSameAsOneThread(first: readonly LayerArea[], second: readonly LayerArea[]): Promise<void> {
  const points = gridPoints();
  const a = measuredLayer(first, plane);
  const b = measuredLayer(second, plane);

  const two = await threads.measured({ first, second, plane, points });

  expect(two.pairs).toEqual(layerOverlaps(a, b));
  expect(two.first.areaM2).toEqual(a.areaM2);
  expect(two.second.areaM2).toEqual(b.areaM2);
  expect(two.firstAtPoints).toEqual(areasAtPoints(a, points));
  expect(two.secondAtPoints).toEqual(areasAtPoints(b, points));
}

describe("two threads give the same bits as one", () => {
  it("for footprints and the lower tier of 2017, either way round", async () => {
    const footprints = shippedLayer("stp-2017", "footprints");
    const councils = shippedLayer("stp-2017", "lower_tier");

    await expectSameAsOneThread(footprints, councils);
    await expectSameAsOneThread(councils, footprints);
  });

  it("for layers of two squares, and for empty ones", async () => {
    const square = [drawnArea("a", [box(0, 0, 1000, 1000)])];

    await expectSameAsOneThread(square, [drawnArea("b", [box(500, 500, 1500, 1500)])]);
    await expectSameAsOneThread(square, []);
  });
});

it("a thread that is closed says so to whoever asks it next", async () => {
  const closed = openTwoThreads();
  await closed.close();

  await expect(closed.measured({ first: [], second: [], plane, points: new Float64Array(0) })).rejects.toThrow(
    "the second thread has ended",
  );
});
