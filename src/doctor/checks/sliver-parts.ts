import type { Boundary } from "@coterminous/overlap";
import { meanEdgeLengthM, polygonsOf, project } from "@coterminous/overlap";
import type { Position } from "geojson";
import { areaLabel, firstPosition, formatLength } from "../../import/repair/format.js";
import type { InspectedLayer } from "../../import/repair/result.js";
import type { Finding } from "../finding.js";

// Mean width of a sliver as a share of the vertex spacing: nobody draws a part that narrow.
const MIN_WIDTH_PER_SPACING = 0.01;

/** Parts and holes of areas that are too narrow to be drawn on purpose. */
export function findSliverParts({ title, areas, prepared }: InspectedLayer): Finding[] {
  const minWidthM = MIN_WIDTH_PER_SPACING * meanEdgeLengthM(prepared);
  return areas.flatMap((area) => {
    const rings = polygonsOf(area.boundary).flat();
    if (rings.length === 1) return []; // the whole area
    return rings.flatMap((ring): Finding[] => {
      const widthM = meanWidthM(ring, prepared.projection);
      if (widthM >= minWidthM) return [];
      const shape: Boundary = { type: "Polygon", coordinates: [ring] };
      const what = `${areaLabel(area)} has a part or hole ${formatLength(widthM)} wide on average: probably a leftover of editing`;
      return [
        { kind: "STRAY", layer: title, areas: [areaLabel(area)], what, mended: null, at: firstPosition(shape), shape },
      ];
    });
  });
}

/** Twice the area divided by the perimeter: the width of a long strip. */
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
