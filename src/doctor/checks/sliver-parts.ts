import type { Boundary } from "@coterminous/overlap";
import { meanEdgeLengthM, polygonsOf, project } from "@coterminous/overlap";
import type { Position } from "geojson";
import { firstPosition, formatLength } from "../../import/repair/format.js";
import { areaLabel, type Finding, type InspectedLayer } from "../../import/repair/result.js";

// A part this much narrower than the layer's vertices are apart was not drawn: it was left over.
const MIN_WIDTH_PER_SPACING = 0.01;

/** Parts and holes of areas that are so narrow that nobody can have drawn them. */
export function findSliverParts({ title, areas, prepared }: InspectedLayer): Finding[] {
  const minWidthM = MIN_WIDTH_PER_SPACING * meanEdgeLengthM(prepared);
  return areas.flatMap((area) => {
    const rings = polygonsOf(area.boundary).flat();
    if (rings.length === 1) return []; // all that there is of it
    return rings.flatMap((ring): Finding[] => {
      const widthM = meanWidthM(ring, prepared.projection);
      if (widthM >= minWidthM) return [];
      const shape: Boundary = { type: "Polygon", coordinates: [ring] };
      const what = `${areaLabel(area)} has a part or hole ${formatLength(widthM)} wide on average: left over from drawing`;
      return [
        { kind: "STRAY", layer: title, areas: [areaLabel(area)], what, mended: null, at: firstPosition(shape), shape },
      ];
    });
  });
}

/** Twice the area by the length of the outline: for a long strip its width. */
function meanWidthM(ring: readonly Position[], plane: InspectedLayer["prepared"]["projection"]): number {
  const points = ring.map(([lon = 0, lat = 0]) => project(plane, [lon, lat]));
  let doubleAreaM2 = 0;
  let lengthM = 0;
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1] ?? [0, 0];
    const [bx, by] = points[i] ?? [0, 0];
    doubleAreaM2 += (ax - (points[0]?.[0] ?? 0)) * by - (bx - (points[0]?.[0] ?? 0)) * ay;
    lengthM += Math.hypot(bx - ax, by - ay);
  }
  return lengthM === 0 ? 0 : Math.abs(doubleAreaM2) / lengthM;
}
