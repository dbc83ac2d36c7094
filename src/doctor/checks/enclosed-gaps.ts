import type { Boundary } from "@coterminous/overlap";
import { dissolveLayer, overlapThicknessM, polygonsOf, prepareLayer } from "@coterminous/overlap";
import { firstPosition, formatArea, formatLength } from "../../import/repair/format.js";
import type { Finding, InspectedLayer } from "../../import/repair/result.js";
import { MIN_OVERLAP_M2 } from "../../import/repair/thresholds.js";

/**
 * Land that a layer goes round and no area has: the holes of the layer's outline.
 *
 * Holes no thicker than the tolerance are taken for gaps, thicker ones for lakes or missing areas. Gaps that open to the
 * outside are for openGaps.
 */
export function findEnclosedGaps({ title, prepared }: InspectedLayer, toleranceM: number): Finding[] {
  const outline = dissolveLayer(prepared);
  const holes = (outline === null ? [] : polygonsOf(outline)).flatMap(([, ...rings]) =>
    rings.map((ring): Boundary => ({ type: "Polygon", coordinates: [ring.toReversed()] })),
  );
  const layer = prepareLayer(
    holes.map((boundary, i) => ({ code: `${i}`, boundary })),
    prepared.projection,
  );
  return holes.flatMap((shape, i): Finding[] => {
    if ((layer.areaM2[i] ?? 0) < MIN_OVERLAP_M2) return [];
    const thicknessM = overlapThicknessM(layer, i, layer, i);
    const size = `${formatArea(layer.areaM2[i] ?? 0)}, ${formatLength(thicknessM)} thick`;
    const isGap = thicknessM <= toleranceM;
    const what = isGap
      ? `the areas go round ${size}, that none of them has: so thin that it may be a mistake`
      : `the areas go round ${size}, that none of them has: a lake, or an area is missing`;
    return [
      { kind: isGap ? "GAP" : "HOLE", layer: title, areas: [], what, mended: null, at: firstPosition(shape), shape },
    ];
  });
}
