import type { MeasuredLayer } from "../overlap/measured-layer.js";
import { sliceCount, sliceSums } from "../overlap/slice-sums.js";
import type { MeasuredSlice } from "./overlap-task.js";

/** Measures slice after slice of two layers, each taken by no other thread that counts with the same number. */
export function takenSlices(a: MeasuredLayer, b: MeasuredLayer, taken: Int32Array): readonly MeasuredSlice[] {
  const count = sliceCount(a, b);
  const slices: MeasuredSlice[] = [];
  for (let slice = Atomics.add(taken, 0, 1); slice < count; slice = Atomics.add(taken, 0, 1)) {
    slices.push({ slice, sums: sliceSums(a, b, slice) });
  }
  return slices;
}
