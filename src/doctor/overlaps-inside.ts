import { layerOverlaps } from "../overlap/layer-overlaps.js";
import { overlapShape } from "../overlap/overlap-shape.js";
import { overlapThicknessM } from "../overlap/thickness.js";
import { areaText, type ExaminedLayer, type Finding } from "./finding.js";
import { kmText, m2Text } from "./lengths.js";
import { placeOf } from "./place-of.js";

const SAME_SHARE = 0.999; // of both areas: they are one, drawn twice

const LEAST_M2 = 1; // less comes of rounding where borders cross

/** Land that two areas of a layer both have: found by measuring the layer against itself. */
export function overlapsInside({ title, areas, measured }: ExaminedLayer): Finding[] {
  return layerOverlaps(measured, measured)
    .filter(({ a, b, areaM2 }) => a < b && areaM2 >= LEAST_M2)
    .flatMap(({ a, b, areaM2 }): Finding[] => {
      const [one, other] = [areas[a], areas[b]];
      if (one === undefined || other === undefined) return [];
      const [oneM2 = 0, otherM2 = 0] = [measured.areaM2[a], measured.areaM2[b]];
      const isSame = areaM2 > SAME_SHARE * oneM2 && areaM2 > SAME_SHARE * otherM2;
      const shape = isSame ? one.boundary : overlapShape(measured, a, measured, b);
      const thickness = kmText(overlapThicknessM(measured, a, measured, b));
      const what = isSame
        ? `${areaText(one)} and ${areaText(other)} are the same land: take one of them out`
        : `${areaText(one)} and ${areaText(other)} both have ${m2Text(areaM2)}, ${thickness} thick: it counts for both`;
      const kind = isSame ? "DUPLICATE" : "OVERLAP";
      return [{ kind, layer: title, areas: [one, other].map(areaText), what, mended: null, at: placeOf(shape), shape }];
    });
}
