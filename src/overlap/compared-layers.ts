import type { LayerComparison } from "../model/layer-comparison.js";
import { holdsCircle } from "./holds-circle.js";
import type { MeasuredLayer } from "./measured-layer.js";
import type { SharedPair } from "./shared-pairs.js";
import { overlapThicknessM } from "./thickness.js";

/** Two layers in one plane and what their areas share. */
export interface LayerPairs {
  readonly before: MeasuredLayer;
  readonly after: MeasuredLayer;
  readonly pairs: readonly SharedPair[];
}

/**
 * What every two areas share, by code, with its thickness.
 *
 * @param leastThicknessM what is too small to hold such a circle is not measured further: its thickness is 0
 */
export function comparedLayers({ before, after, pairs }: LayerPairs, leastThicknessM: number): LayerComparison {
  return pairs.map(({ a, b, areaM2, population }) => ({
    beforeCode: before.codes[a] ?? "",
    afterCode: after.codes[b] ?? "",
    areaM2,
    population,
    thicknessM: holdsCircle(areaM2, leastThicknessM) ? overlapThicknessM(before, a, after, b) : 0,
  }));
}
