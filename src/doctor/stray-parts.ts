import type { Position } from "geojson";
import { toPlane } from "../geometry/equal-area-plane.js";
import type { Boundary } from "../model/boundary.js";
import { meanEdgeLengthM } from "../overlap/default-tolerance.js";
import { polygonsOf } from "../overlap/layer-rings.js";
import { areaText, type ExaminedLayer, type Finding } from "./finding.js";
import { kmText } from "./lengths.js";
import { placeOf } from "./place-of.js";

// A part this much narrower than the layer's vertices are apart was not drawn: it was left over.
const WIDTH_PER_SPACING = 0.01;

/** Parts and holes of areas that are so narrow that nobody can have drawn them. */
export function strayParts({ title, areas, measured }: ExaminedLayer): Finding[] {
  const leastWidthM = WIDTH_PER_SPACING * meanEdgeLengthM(measured);
  return areas.flatMap((area) => {
    const rings = polygonsOf(area.boundary).flat();
    if (rings.length === 1) return []; // all that there is of it
    return rings.flatMap((ring): Finding[] => {
      const widthM = meanWidthM(ring, measured.plane);
      if (widthM >= leastWidthM) return [];
      const shape: Boundary = { type: "Polygon", coordinates: [ring] };
      const what = `${areaText(area)} has a part or hole ${kmText(widthM)} wide on average: left over from drawing`;
      return [{ kind: "STRAY", layer: title, areas: [areaText(area)], what, mended: null, at: placeOf(shape), shape }];
    });
  });
}

/** Twice the area by the length of the outline: for a long strip its width. */
function meanWidthM(ring: readonly Position[], plane: ExaminedLayer["measured"]["plane"]): number {
  const points = ring.map(([lon = 0, lat = 0]) => toPlane(plane, [lon, lat]));
  let twiceM2 = 0;
  let lengthM = 0;
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1] ?? [0, 0];
    const [bx, by] = points[i] ?? [0, 0];
    twiceM2 += (ax - (points[0]?.[0] ?? 0)) * by - (bx - (points[0]?.[0] ?? 0)) * ay;
    lengthM += Math.hypot(bx - ax, by - ay);
  }
  return lengthM === 0 ? 0 : Math.abs(twiceM2) / lengthM;
}
