import type { Boundary } from "../boundary.js";
import { overlapThicknessM } from "../inscribed-circle/thickness.js";
import { type PreparedLayer, prepareLayer } from "../layer/prepared-layer.js";
import { NO_AREA } from "../location/locate-points.js";
import { type LocatedPoints, pointsInLayer } from "../location/point-index.js";
import { type OverlapArea, overlayAreas } from "./overlay-areas.js";

/** What a polygon that somebody brings shares with one area of a layer. */
export interface PolygonShare {
  /** The area's code. */
  readonly code: string;
  /** The whole area as it was measured with the polygon, square metres; served boundaries are to a tenth of a metre. */
  readonly wholeM2: number;
  /** Area shared, on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** Residents of the blocks whose points lie in both; null when the edition has no blocks. */
  readonly population: number | null;
  /** Diameter of the largest circle that fits in what both share, metres. */
  readonly thicknessM: number;
}

/** A polygon measured against a layer. */
export interface MeasuredPolygon {
  /** Area of the polygon on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** Every area with which it shares land or people, in no order. */
  readonly shares: readonly PolygonShare[];
}

/** Measures a checked polygon against a layer: land, people and thickness of what it shares with each area. */
export function measurePolygon(
  boundary: Boundary,
  layer: PreparedLayer,
  people: LocatedPoints | null,
): MeasuredPolygon {
  const { areaM2, polygon, pairs } = overlayPolygon(layer, boundary);
  const areas = new Map(pairs.map((pair) => [pair.b, pair.areaM2]));
  const populations = people === null ? null : populationByArea(people, polygon);
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
function populationByArea(
  { index, populations, areaOfPoint }: LocatedPoints,
  polygon: PreparedLayer,
): ReadonlyMap<number, number> {
  const people = new Map<number, number>();
  for (const point of pointsInLayer(index, polygon)) {
    const area = areaOfPoint[point] ?? NO_AREA;
    if (area !== NO_AREA) people.set(area, (people.get(area) ?? 0) + (populations[point] ?? 0));
  }
  return people;
}

/** What a single polygon shares with the areas of a layer. */
export interface PolygonOverlay {
  /** Area of the polygon itself on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** The polygon as a layer of one area, for its thickness and shapes. */
  readonly polygon: PreparedLayer;
  /** Every area it shares any of, by index (`a` is always 0). */
  readonly pairs: readonly OverlapArea[];
}

/** Measures a polygon that somebody brings against a layer made ready before; the polygon is to be checked first. */
export function overlayPolygon(layer: PreparedLayer, boundary: Boundary): PolygonOverlay {
  const polygon = prepareLayer([{ code: "polygon", boundary }], layer.projection);
  return { areaM2: polygon.areaM2[0] ?? 0, polygon, pairs: overlayAreas(polygon, layer) };
}
