import { floatAt } from "../geometry/element.js";
import { eastwardScale } from "../geometry/equal-area-plane.js";
import type { MeasuredLayer } from "./measured-layer.js";

/**
 * The default tolerance is this many times the mean length of an edge in the coarser layer: on every pair of layers tried
 * the true answer comes out for any constant from 0.53 to 1.26 (docs/method.md).
 */
export const TOLERANCE_PER_EDGE_LENGTH = 0.8;

/** But no more than this share of the width (root of the area) of the middle area of the finer layer… */
export const MOST_TOLERANCE_PER_WIDTH = 0.1;

/**
 * The thickness up to which an overlap of two layers is taken for a sliver when nobody says otherwise, metres.
 *
 * Derived from how far the coarser of the two was generalised, as its mean edge length shows. Layers of few long straight
 * edges, such as squares, are not rough for that: the width of the areas themselves limits it.
 */
export function defaultToleranceM(a: MeasuredLayer, b: MeasuredLayer): number {
  const spacingM = Math.max(meanEdgeLengthM(a), meanEdgeLengthM(b));
  const widthM = Math.min(middleWidthM(a), middleWidthM(b));
  return Math.min(TOLERANCE_PER_EDGE_LENGTH * spacingM, MOST_TOLERANCE_PER_WIDTH * widthM);
}

/** Mean length of the edges of a layer's borders, each counted once, metres on the ground; 0 for an empty layer. */
export function meanEdgeLengthM({ chains, links, plane }: MeasuredLayer): number {
  let lengthM = 0;
  let count = 0;
  for (let link = 0; link < links.count; link++) {
    const from = links.from[link] ?? 0;
    const to = links.to[link] ?? 0;
    const scale = eastwardScale(plane, floatAt(chains.xy, 2 * from + 1));
    for (let k = from; k < to; k++) {
      const dx = floatAt(chains.xy, 2 * k + 2) - floatAt(chains.xy, 2 * k);
      const dy = floatAt(chains.xy, 2 * k + 3) - floatAt(chains.xy, 2 * k + 1);
      lengthM += Math.hypot(dx * scale, dy / scale);
      count++;
    }
  }
  return count === 0 ? 0 : lengthM / count;
}

function middleWidthM({ areaM2 }: MeasuredLayer): number {
  return Math.sqrt(areaM2.toSorted()[areaM2.length >> 1] ?? 0);
}
