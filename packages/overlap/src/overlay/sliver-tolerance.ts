import type { PreparedLayer } from "../layer/prepared-layer.js";
import { scaleFactor } from "../projection/cylindrical-equal-area.js";

/**
 * The default tolerance is this many times the mean length of an edge in the coarser layer: on every pair of layers tried
 * the true answer comes out for any constant from 0.53 to 1.26 (docs/method.md).
 */
export const TOLERANCE_PER_EDGE_LENGTH = 0.8;

/** But no more than this share of the width (root of the area) of the middle area of the finer layer… */
export const MAX_TOLERANCE_PER_WIDTH = 0.1;

/**
 * The thickness up to which an overlap of two layers is taken for a sliver when nobody says otherwise, metres.
 *
 * Derived from how far the coarser of the two was generalised, as its mean edge length shows. Layers of few long straight
 * edges, such as squares, are not rough for that: the width of the areas themselves limits it.
 */
export function defaultSliverToleranceM(a: PreparedLayer, b: PreparedLayer): number {
  const spacingM = Math.max(meanEdgeLengthM(a), meanEdgeLengthM(b));
  const widthM = Math.min(medianWidthM(a), medianWidthM(b));
  return Math.min(TOLERANCE_PER_EDGE_LENGTH * spacingM, MAX_TOLERANCE_PER_WIDTH * widthM);
}

/** Mean length of the edges of a layer's borders, each counted once, metres on the ground; 0 for an empty layer. */
export function meanEdgeLengthM({ arcs, segmentIndex, projection }: PreparedLayer): number {
  let lengthM = 0;
  let count = 0;
  for (let group = 0; group < segmentIndex.count; group++) {
    const from = segmentIndex.from[group] ?? 0;
    const to = segmentIndex.to[group] ?? 0;
    const scale = scaleFactor(projection, arcs.xy[2 * from + 1]);
    for (let k = from; k < to; k++) {
      const dx = arcs.xy[2 * k + 2] - arcs.xy[2 * k];
      const dy = arcs.xy[2 * k + 3] - arcs.xy[2 * k + 1];
      lengthM += Math.hypot(dx * scale, dy / scale);
      count++;
    }
  }
  return count === 0 ? 0 : lengthM / count;
}

function medianWidthM({ areaM2 }: PreparedLayer): number {
  return Math.sqrt(areaM2.toSorted()[areaM2.length >> 1] ?? 0);
}
