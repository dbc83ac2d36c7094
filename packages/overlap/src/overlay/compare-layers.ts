import { canContainCircle } from "../inscribed-circle/maximum-inscribed-circle.js";
import { overlapThicknessM } from "../inscribed-circle/thickness.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import type { OverlapPair } from "./overlap-pairs.js";

/** What an area of one edition and one of another share, measured on their boundaries. */
export interface ComparedPair {
  readonly beforeCode: string;
  readonly afterCode: string;
  /** Square metres on the ellipsoid. */
  readonly areaM2: number;
  /** Residents of the later edition's blocks in both; null when it has no blocks. */
  readonly population: number | null;
  /** Diameter of the largest circle that fits in what they share, metres; 0 where it has no room for the least asked for. */
  readonly thicknessM: number;
}

/** Every two areas of a layer in two editions that share land or people. */
export type LayerComparison = readonly ComparedPair[];

/** Two layers in one plane and what their areas share. */
export interface LayerPairs {
  readonly before: PreparedLayer;
  readonly after: PreparedLayer;
  readonly pairs: readonly OverlapPair[];
}

/**
 * What every two areas share, by code, with its thickness.
 *
 * @param minThicknessM what is too small to hold such a circle is not measured further: its thickness is 0
 */
export function compareLayers({ before, after, pairs }: LayerPairs, minThicknessM: number): LayerComparison {
  return pairs.map(({ a, b, areaM2, population }) => ({
    beforeCode: before.codes[a] ?? "",
    afterCode: after.codes[b] ?? "",
    areaM2,
    population,
    thicknessM: canContainCircle(areaM2, minThicknessM) ? overlapThicknessM(before, a, after, b) : 0,
  }));
}
