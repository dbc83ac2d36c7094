import type { Boundary } from "../boundary.js";
import { overlapThicknessM } from "../inscribed-circle/thickness.js";
import { type PreparedLayer, prepareLayer } from "../layer/prepared-layer.js";
import { NO_AREA } from "../location/locate-points.js";
import { type LocatedPoints, pointsInLayer } from "../location/point-index.js";
import { type OverlapArea, overlayAreas } from "./overlay-areas.js";

/** The overlap of a client's polygon with one area of a layer. */
export interface PolygonShare {
  /** The area's code. */
  readonly code: string;
  /** The whole area as measured with the polygon, square metres; served boundaries are rounded to a tenth of a metre. */
  readonly wholeM2: number;
  /** Area shared, on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** Residents of the blocks whose points lie in both; null when the edition has no blocks. */
  readonly population: number | null;
  /** Diameter of the maximum inscribed circle of the overlap, metres. */
  readonly thicknessM: number;
}

/** A polygon measured against a layer. */
export interface MeasuredPolygon {
  /** Area of the polygon on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** Every area with which it shares land or people, in no order. */
  readonly shares: readonly PolygonShare[];
}

/** Measures a validated polygon against a layer: area, people and thickness of its overlap with each area. */
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

/** The overlaps of a single polygon with the areas of a layer. */
export interface PolygonOverlay {
  /** Area of the polygon itself on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** The polygon as a layer of one area, for its thickness and shapes. */
  readonly polygon: PreparedLayer;
  /** Every area that it overlaps, by index (`a` is always 0). */
  readonly pairs: readonly OverlapArea[];
}

/** Measures a validated polygon against a prepared layer. */
export function overlayPolygon(layer: PreparedLayer, boundary: Boundary): PolygonOverlay {
  const polygon = prepareLayer([{ code: "polygon", boundary }], layer.projection);
  return { areaM2: polygon.areaM2[0] ?? 0, polygon, pairs: overlayAreas(polygon, layer) };
}
