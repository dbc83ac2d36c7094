import type { Boundary } from "../model/boundary.js";
import { polygonsOf } from "../overlap/layer-rings.js";
import { measuredLayer } from "../overlap/measured-layer.js";
import { stitchedBoundary } from "../overlap/stitched-boundary.js";
import { overlapThicknessM } from "../overlap/thickness.js";
import type { ExaminedLayer, Finding } from "./finding.js";
import { LEAST_M2 } from "./least-overlap.js";
import { kmText, m2Text } from "./lengths.js";
import { placeOf } from "./place-of.js";

/**
 * Land that a layer goes round and no area has: the holes of the layer's outline.
 *
 * Holes no thicker than the tolerance are taken for gaps, thicker ones for lakes or missing areas. Gaps that open to the
 * outside are for openGaps.
 */
export function gapsInside({ title, measured }: ExaminedLayer, toleranceM: number): Finding[] {
  const outline = stitchedBoundary(measured);
  const holes = (outline === null ? [] : polygonsOf(outline)).flatMap(([, ...rings]) =>
    rings.map((ring): Boundary => ({ type: "Polygon", coordinates: [ring.toReversed()] })),
  );
  const layer = measuredLayer(
    holes.map((boundary, i) => ({ code: `${i}`, boundary })),
    measured.plane,
  );
  return holes.flatMap((shape, i): Finding[] => {
    if ((layer.areaM2[i] ?? 0) < LEAST_M2) return [];
    const thicknessM = overlapThicknessM(layer, i, layer, i);
    const size = `${m2Text(layer.areaM2[i] ?? 0)}, ${kmText(thicknessM)} thick`;
    const isGap = thicknessM <= toleranceM;
    const what = isGap
      ? `the areas go round ${size}, that none of them has: so thin that it may be a mistake`
      : `the areas go round ${size}, that none of them has: a lake, or an area is missing`;
    return [{ kind: isGap ? "GAP" : "HOLE", layer: title, areas: [], what, mended: null, at: placeOf(shape), shape }];
  });
}
