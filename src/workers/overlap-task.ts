import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import type { LayerPositions } from "../overlap/layer-rings.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import type { PairSumList } from "../overlap/pair-sums.js";
import type { PointPath } from "../overlap/walk.js";

/** What the second thread is asked to do, in order. All arrays lie in shared memory. */
export type OverlapTask = PrepareTask | LocateTask | MeasureTask;

/** Make a layer ready. Answered by the layer, which the other thread keeps for the tasks that follow. */
export interface PrepareTask {
  readonly kind: "PREPARE";
  readonly positions: LayerPositions;
  readonly codes: readonly string[];
  readonly plane: EqualAreaPlane;
}

/** Say in which area of the layer last made ready each point lies. */
export interface LocateTask {
  readonly kind: "LOCATE";
  readonly path: PointPath;
}

/** Measure slices of two layers, taking the next that nobody has taken until there are none. */
export interface MeasureTask {
  readonly kind: "MEASURE";
  readonly a: MeasuredLayer;
  readonly b: MeasuredLayer;
  /** One number: how many slices have been taken. */
  readonly taken: Int32Array;
}

/** The answer to each kind of task. */
export interface OverlapAnswers {
  readonly PREPARE: MeasuredLayer;
  readonly LOCATE: Int32Array;
  readonly MEASURE: readonly MeasuredSlice[];
}

/** The sums of one slice. */
export interface MeasuredSlice {
  readonly slice: number;
  readonly sums: PairSumList;
}
