import type { Boundary } from "@coterminous/overlap";
import { dissolveLayer, overlapThicknessM, polygonsOf, prepareLayer } from "@coterminous/overlap";
import { firstPosition, formatArea, formatLength } from "../../import/repair/format.js";
import type { InspectedLayer } from "../../import/repair/result.js";
import { MIN_OVERLAP_M2 } from "../../import/repair/thresholds.js";
import type { Finding } from "../finding.js";

/**
 * Land enclosed by a layer but in none of its areas: the holes of its outline.
 *
 * A hole no thicker than the tolerance counts as a gap, a thicker one as a lake or a missing area. findEdgeGaps finds gaps
 * that open to the outside.
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
    const cause = isGap ? "so thin that it may be a mistake" : "a lake, or an area is missing";
    const what = `the areas enclose ${size}, in none of them: ${cause}`;
    return [
      { kind: isGap ? "GAP" : "HOLE", layer: title, areas: [], what, mended: null, at: firstPosition(shape), shape },
    ];
  });
}
