import { defaultToleranceM } from "../overlap/default-tolerance.js";
import { holdsCircle } from "../overlap/holds-circle.js";
import { layerOverlaps } from "../overlap/layer-overlaps.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import { overlapThicknessM } from "../overlap/thickness.js";
import { LEAST_M2, SAME_SHARE } from "./least-overlap.js";

/** Two areas of a layer, by index, with land in common. */
export interface LandInTwo {
  /** The larger and the smaller of them. */
  readonly larger: number;
  readonly smaller: number;
  readonly areaM2: number;
  /** Of the smaller one's land, 0 to 1. */
  readonly share: number;
  /** Metres; the layer's tolerance where it is no more than that. */
  readonly thicknessM: number;
  readonly kind:
    | "SAME" // they are the same land
    | "WITHIN" // the smaller one lies in the larger
    | "PARTLY"; // each has land of its own
}

/** What areas of a layer have in common. */
export interface LandTwice {
  /** Those that are no slivers (thin, and little of either), the largest first. */
  readonly pairs: readonly LandInTwo[];
  /** How thick what is no more than a sliver may be, metres: the layer's own tolerance, with itself. */
  readonly toleranceM: number;
  readonly slivers: { readonly count: number; readonly areaM2: number };
}

// Of the smaller area: of a layer with few corners much would be thin enough, and yet no slip of the pen.
const MOST_SLIVER_SHARE = 0.01;

/** The land that areas of a layer have twice: found by measuring the layer against itself. */
export function landTwice(measured: MeasuredLayer): LandTwice {
  const toleranceM = defaultToleranceM(measured, measured);
  const shared = layerOverlaps(measured, measured).filter(({ a, b, areaM2 }) => a < b && areaM2 >= LEAST_M2);
  const all = shared.map(({ a, b, areaM2 }): LandInTwo => {
    const [aM2 = 0, bM2 = 0] = [measured.areaM2[a], measured.areaM2[b]];
    const [larger, smaller] = aM2 >= bM2 ? [a, b] : [b, a];
    const share = areaM2 / Math.min(aM2, bM2);
    const isWithin = share > SAME_SHARE;
    const isSame = isWithin && areaM2 > SAME_SHARE * Math.max(aM2, bM2);
    // Where it is a sliver however thick, it need not be measured.
    const isToMeasure = share > MOST_SLIVER_SHARE || holdsCircle(areaM2, toleranceM);
    const thicknessM = isToMeasure ? overlapThicknessM(measured, a, measured, b) : toleranceM;
    return { larger, smaller, areaM2, share, thicknessM, kind: isSame ? "SAME" : isWithin ? "WITHIN" : "PARTLY" };
  });
  const isSliver = ({ kind, share, thicknessM }: LandInTwo) =>
    kind === "PARTLY" && share <= MOST_SLIVER_SHARE && thicknessM <= toleranceM;
  const slivers = all.filter(isSliver);
  return {
    pairs: all.filter((pair) => !isSliver(pair)).sort((p, q) => q.areaM2 - p.areaM2),
    toleranceM,
    slivers: { count: slivers.length, areaM2: slivers.reduce((sum, { areaM2 }) => sum + areaM2, 0) },
  };
}
