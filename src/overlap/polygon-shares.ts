import type { Boundary } from "../model/boundary.js";
import type { MeasuredPolygon, PolygonShare } from "../model/measured-polygon.js";
import { IN_NONE } from "./areas-at-points.js";
import type { LocatedPoints } from "./located-points.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { pointsInLayer } from "./point-index.js";
import { polygonOverlaps } from "./polygon-overlaps.js";
import { overlapThicknessM } from "./thickness.js";

/** Measures a checked polygon against a layer: land, people and thickness of what it shares with each area. */
export function polygonShares(boundary: Boundary, layer: MeasuredLayer, people: LocatedPoints | null): MeasuredPolygon {
  const { areaM2, polygon, pairs } = polygonOverlaps(layer, boundary);
  const areas = new Map(pairs.map((pair) => [pair.b, pair.areaM2]));
  const populations = people === null ? null : peopleByArea(people, polygon);
  const shares: PolygonShare[] = [];
  for (const area of new Set([...areas.keys(), ...(populations?.keys() ?? [])])) {
    shares.push({
      code: layer.codes[area] ?? "",
      wholeM2: layer.areaM2[area] ?? 0,
      areaM2: areas.get(area) ?? 0,
      population: populations === null ? null : (populations.get(area) ?? 0),
      thicknessM: areas.has(area) ? overlapThicknessM(polygon, 0, layer, area) : 0,
    });
  }
  return { areaM2, shares };
}

/** People of the points inside a polygon, by the area of the layer that they lie in. */
function peopleByArea(
  { index, populations, areaOfPoint }: LocatedPoints,
  polygon: MeasuredLayer,
): ReadonlyMap<number, number> {
  const people = new Map<number, number>();
  for (const point of pointsInLayer(index, polygon)) {
    const area = areaOfPoint[point] ?? IN_NONE;
    if (area !== IN_NONE) people.set(area, (people.get(area) ?? 0) + (populations[point] ?? 0));
  }
  return people;
}
