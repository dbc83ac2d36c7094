import type { LayerCoordinates } from "../layer/layer-coordinates.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import type { VisitOrder } from "../location/walking-location.js";
import { overlaySlice, sliceCount } from "../overlay/overlay-slice.js";
import type { PairTotals } from "../overlay/pair-accumulator.js";
import type { EqualAreaProjection } from "../projection/cylindrical-equal-area.js";

/** What the second thread is asked to do, in order. All arrays lie in shared memory. */
export type OverlayTask = PrepareTask | LocateTask | SliceTask;

/** Make a layer ready. Answered by the layer, which the other thread keeps for the tasks that follow. */
export interface PrepareTask {
  readonly kind: "PREPARE";
  readonly coordinates: LayerCoordinates;
  readonly codes: readonly string[];
  readonly projection: EqualAreaProjection;
}

/** Say in which area of the layer last prepared each point lies. */
export interface LocateTask {
  readonly kind: "LOCATE";
  readonly path: VisitOrder;
}

/** Measure slices of two layers, taking the next that nobody has taken until there are none. */
export interface SliceTask {
  readonly kind: "MEASURE";
  readonly a: PreparedLayer;
  readonly b: PreparedLayer;
  /** One number: how many slices have been taken. */
  readonly nextSlice: Int32Array;
}

/** The answer to each kind of task. */
export interface OverlayResults {
  readonly PREPARE: PreparedLayer;
  readonly LOCATE: Int32Array;
  readonly MEASURE: readonly SliceResult[];
}

/** The sums of one slice. */
export interface SliceResult {
  readonly slice: number;
  readonly sums: PairTotals;
}

/** Measures slice after slice of two layers, each taken by no other thread that counts with the same number. */
export function claimSlices(a: PreparedLayer, b: PreparedLayer, nextSlice: Int32Array): readonly SliceResult[] {
  const count = sliceCount(a, b);
  const slices: SliceResult[] = [];
  for (let slice = Atomics.add(nextSlice, 0, 1); slice < count; slice = Atomics.add(nextSlice, 0, 1)) {
    slices.push({ slice, sums: overlaySlice(a, b, slice) });
  }
  return slices;
}
