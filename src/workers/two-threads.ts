import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { areasOnPath, pointPath } from "../overlap/areas-at-points.js";
import { overlapsOfSlices, type PairArea, turnedRound } from "../overlap/layer-overlaps.js";
import { layerPositions } from "../overlap/layer-positions.js";
import type { LayerArea } from "../overlap/layer-rings.js";
import { layerOfPositions, type MeasuredLayer } from "../overlap/measured-layer.js";
import type { OverlapAnswers, OverlapTask } from "./overlap-task.js";
import { sharedLayer, sharedPath } from "./shared-layer.js";
import { takenSlices } from "./taken-slices.js";
import { startThread, type Thread } from "./thread.js";

/** Two layers to be measured against each other. */
export interface TwoLayers {
  readonly first: readonly LayerArea[];
  readonly second: readonly LayerArea[];
  readonly plane: EqualAreaPlane;
  /** Longitude and latitude of each point in turn, degrees. */
  readonly points: Float64Array;
}

/** Both layers made ready, every two areas that share any, and the area of each that each point lies in. */
export interface TwoMeasuredLayers {
  readonly first: MeasuredLayer;
  readonly second: MeasuredLayer;
  readonly pairs: readonly PairArea[];
  readonly firstAtPoints: Int32Array;
  readonly secondAtPoints: Int32Array;
}

/** Two threads, one of them that of the caller: kept for as long as there is something to measure. */
export interface TwoThreads {
  /** What measuredLayer, layerOverlaps and areasAtPoints give, bit for bit, in less time. One call at a time. */
  measured(layers: TwoLayers): Promise<TwoMeasuredLayers>;
  close(): Promise<void>;
}

type SecondThread = Thread<OverlapTask, OverlapAnswers>;

/** Starts the second thread. */
export function openTwoThreads(): TwoThreads {
  const other: SecondThread = startThread(new URL("./overlap-worker.js", import.meta.url));
  return { measured: (layers) => measured(other, layers), close: other.close };
}

// The other thread makes the second layer ready and finds the points in it while this one does so with the first; then
// both take slices of the measuring until none is left.
async function measured(other: SecondThread, { first, second, plane, points }: TwoLayers): Promise<TwoMeasuredLayers> {
  const secondReady = other.ask({
    kind: "PREPARE",
    positions: layerPositions(second, { isShared: true }),
    codes: second.map(({ code }) => code),
    plane,
  });
  const path = sharedPath(pointPath(plane, points));
  const secondLocated = other.ask({ kind: "LOCATE", path });
  const firstLayer = sharedLayer(
    layerOfPositions(
      layerPositions(first, { isShared: true }),
      first.map(({ code }) => code),
      plane,
    ),
  );
  const firstAtPoints = areasOnPath(firstLayer, path);
  const secondLayer = await secondReady;

  const isTurned = firstLayer.links.count > secondLayer.links.count;
  const [a, b] = isTurned ? [secondLayer, firstLayer] : [firstLayer, secondLayer];
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const otherSlices = other.ask({ kind: "MEASURE", a, b, taken });
  const ownSlices = takenSlices(a, b, taken);
  const slices = [...ownSlices, ...(await otherSlices)].sort((p, q) => p.slice - q.slice);
  const pairs = overlapsOfSlices(
    a,
    b,
    slices.map(({ sums }) => sums),
  );
  return {
    first: firstLayer,
    second: secondLayer,
    pairs: isTurned ? turnedRound(pairs) : pairs,
    firstAtPoints,
    secondAtPoints: await secondLocated,
  };
}
