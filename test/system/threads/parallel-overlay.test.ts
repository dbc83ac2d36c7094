import { afterAll, describe, expect, it } from "vitest";
import type { LayerArea } from "../../../packages/overlap/src/layer/layer-coordinates.js";
import { prepareLayer } from "../../../packages/overlap/src/layer/prepared-layer.js";
import { locatePoints } from "../../../packages/overlap/src/location/locate-points.js";
import { overlayAreas } from "../../../packages/overlap/src/overlay/overlay-areas.js";
import { startParallelOverlay } from "../../../packages/overlap/src/parallel/parallel-overlay.js";
import { equalAreaProjection } from "../../../packages/overlap/src/projection/cylindrical-equal-area.js";
import { areaFromRings, boxRing } from "../../../packages/overlap/test/draw-areas.js";
import { ENGLAND_BOX } from "../../support/input-layers.js";
import { readShippedLayer } from "../../support/shipped-layers.js";

const plane = equalAreaProjection(ENGLAND_BOX);
const threads = startParallelOverlay();
afterAll(() => threads.close());

function gridPoints(): Float64Array {
  const steps = Array.from({ length: 80 }, (_, i) => i / 80);
  return Float64Array.from(steps.flatMap((u) => steps.flatMap((v) => [-6 + 8 * u, 50 + 5.5 * v])));
}

async function expectSameAsOneThread(first: readonly LayerArea[], second: readonly LayerArea[]): Promise<void> {
  const points = gridPoints();
  const a = prepareLayer(first, plane);
  const b = prepareLayer(second, plane);

  const two = await threads.overlay({ first, second, projection: plane, points });

  expect(two.pairs).toEqual(overlayAreas(a, b));
  expect(two.first.areaM2).toEqual(a.areaM2);
  expect(two.second.areaM2).toEqual(b.areaM2);
  expect(two.firstAtPoints).toEqual(locatePoints(a, points));
  expect(two.secondAtPoints).toEqual(locatePoints(b, points));
}

describe("two threads give the same bits as one", () => {
  it("for footprints and the lower tier of 2017, either way round", async () => {
    const footprints = readShippedLayer("stp-2017", "footprints");
    const councils = readShippedLayer("stp-2017", "lower_tier");

    await expectSameAsOneThread(footprints, councils);
    await expectSameAsOneThread(councils, footprints);
  });

  it("for layers of two squares, and for empty ones", async () => {
    const square = [areaFromRings("a", [boxRing(0, 0, 1000, 1000)])];

    await expectSameAsOneThread(square, [areaFromRings("b", [boxRing(500, 500, 1500, 1500)])]);
    await expectSameAsOneThread(square, []);
  });
});

it("a thread that is closed says so to whoever asks it next", async () => {
  const closed = startParallelOverlay();
  await closed.close();

  await expect(
    closed.overlay({ first: [], second: [], projection: plane, points: new Float64Array(0) }),
  ).rejects.toThrow("the second thread has ended");
});
