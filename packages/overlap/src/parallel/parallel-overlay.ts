import type { LayerArea } from "../layer/layer-coordinates.js";
import { layerCoordinates } from "../layer/layer-coordinates.js";
import { type PreparedLayer, prepareLayerFromCoordinates } from "../layer/prepared-layer.js";
import { locatePointsInOrder, visitOrder } from "../location/locate-points.js";
import { mergeSlices, type OverlapArea, swapPairs } from "../overlay/overlay-areas.js";
import type { EqualAreaProjection } from "../projection/cylindrical-equal-area.js";
import type { OverlayResults, OverlayTask } from "./protocol.js";
import { claimSlices } from "./protocol.js";
import { shareLayer, shareVisitOrder } from "./shared-buffers.js";
import { startThread, type Thread } from "./worker-rpc.js";

/** Two layers to be measured against each other. */
export interface OverlayInput {
  readonly first: readonly LayerArea[];
  readonly second: readonly LayerArea[];
  readonly projection: EqualAreaProjection;
  /** Longitude and latitude of each point in turn, degrees. */
  readonly points: Float64Array;
}

/** Both layers prepared, every two areas that share any, and the area of each that each point lies in. */
export interface OverlayOutput {
  readonly first: PreparedLayer;
  readonly second: PreparedLayer;
  readonly pairs: readonly OverlapArea[];
  readonly firstAtPoints: Int32Array;
  readonly secondAtPoints: Int32Array;
}

/** Two threads, one of them that of the caller: kept for as long as there is something to measure. */
export interface ParallelOverlay {
  /** What prepareLayer, overlayAreas and locatePoints give, bit for bit, in less time. One call at a time. */
  overlay(layers: OverlayInput): Promise<OverlayOutput>;
  close(): Promise<void>;
}

type OverlayThread = Thread<OverlayTask, OverlayResults>;

/** Starts the second thread. */
export function startParallelOverlay(): ParallelOverlay {
  const other: OverlayThread = startThread(new URL("./worker.js", import.meta.url));
  return { overlay: (layers) => overlay(other, layers), close: other.close };
}

// The other thread makes the second layer ready and finds the points in it while this one does so with the first; then
// both take slices of the measuring until none is left.
async function overlay(
  other: OverlayThread,
  { first, second, projection, points }: OverlayInput,
): Promise<OverlayOutput> {
  const secondPrepared = other.call({
    kind: "PREPARE",
    coordinates: layerCoordinates(second, { isShared: true }),
    codes: second.map(({ code }) => code),
    projection,
  });
  const path = shareVisitOrder(visitOrder(projection, points));
  const secondLocated = other.call({ kind: "LOCATE", path });
  const firstLayer = shareLayer(
    prepareLayerFromCoordinates(
      layerCoordinates(first, { isShared: true }),
      first.map(({ code }) => code),
      projection,
    ),
  );
  const firstAtPoints = locatePointsInOrder(firstLayer, path);
  const secondLayer = await secondPrepared;

  const isSwapped = firstLayer.segmentIndex.count > secondLayer.segmentIndex.count;
  const [a, b] = isSwapped ? [secondLayer, firstLayer] : [firstLayer, secondLayer];
  const nextSlice = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const otherSlices = other.call({ kind: "MEASURE", a, b, nextSlice });
  const ownSlices = claimSlices(a, b, nextSlice);
  const slices = [...ownSlices, ...(await otherSlices)].sort((p, q) => p.slice - q.slice);
  const pairs = mergeSlices(
    a,
    b,
    slices.map(({ sums }) => sums),
  );
  return {
    first: firstLayer,
    second: secondLayer,
    pairs: isSwapped ? swapPairs(pairs) : pairs,
    firstAtPoints,
    secondAtPoints: await secondLocated,
  };
}
