import { feature, featureCollection } from "@turf/helpers";
import { union } from "@turf/union";
import { type Boundary, polygonsOf } from "../boundary.js";
import { PolygonError } from "../errors.js";
import { type RingError, ringError } from "./ring-validity.js";

/** Whether rings that cross themselves are rejected or repaired. */
export interface RingValidationOptions {
  readonly repairCrossings?: boolean;
  /** The remedy to name for a crossing; by default to have it repaired. */
  readonly crossingRemedy?: string;
}

/**
 * A geometry as a boundary that can be measured.
 *
 * @param name the feature as its reader would call it: `stp-2017.geojson, feature 12`.
 * @throws {PolygonError} for anything but a polygon or multipolygon of closed rings of finite degrees that enclose
 *   something and do not cross themselves; with `repairCrossings`, what a crossing ring winds round an odd number of times
 *   is taken for its inside.
 */
export function validateRings(
  geometry: unknown,
  name: string,
  { repairCrossings = false, crossingRemedy }: RingValidationOptions = {},
): Boundary {
  const boundary = parseBoundary(geometry, name);
  const polygons = polygonsOf(boundary);
  let isCrossed = false;
  for (const [p, rings] of polygons.entries()) {
    for (const [r, ring] of rings.entries()) {
      const error = ringError(ring);
      if (error === null) continue;
      const isCrossing = error.kind === "CROSSING";
      const remedy = isCrossing ? (crossingRemedy ?? error.remedy) : error.remedy;
      if (repairCrossings && isCrossing) isCrossed = true;
      else throw toPolygonError(name, { ...error, remedy }, p, polygons.length, r);
    }
  }
  return isCrossed ? resolveCrossings(boundary, name) : boundary;
}

function parseBoundary(geometry: unknown, name: string): Boundary {
  const type = isObject(geometry) ? geometry.type : undefined;
  const coordinates = isObject(geometry) ? geometry.coordinates : undefined;
  if (type !== "Polygon" && type !== "MultiPolygon") {
    const given = typeof type === "string" ? `is a ${type}` : "has no geometry";
    throw new PolygonError(name, given, "give a Polygon or MultiPolygon");
  }
  const depth = type === "Polygon" ? 2 : 3;
  if (!isNested(coordinates, depth)) {
    throw new PolygonError(name, "has coordinates that are not lists of rings", `nest them as GeoJSON's ${type} does`);
  }
  if (coordinates.length === 0 || coordinates.flat(depth - 2).length === 0) {
    throw new PolygonError(name, "has no rings", "leave it out or give its outline");
  }
  return geometry as Boundary;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isNested(value: unknown, depth: number): value is unknown[] {
  return Array.isArray(value) && (depth === 1 || value.every((inner) => isNested(inner, depth - 1)));
}

function toPolygonError(name: string, { what, remedy }: RingError, p: number, count: number, r: number): PolygonError {
  const polygon = count > 1 ? `polygon ${p + 1}, ` : "";
  const ring = r === 0 ? "outer ring" : `hole ${r}`;
  return new PolygonError(`${name}, ${polygon}${ring}`, what, remedy);
}

// A union of a shape with itself, by Turf's clipper, keeps what is wound round an odd number of times.
function resolveCrossings(boundary: Boundary, name: string): Boundary {
  const result = union(featureCollection([feature(boundary), feature(boundary)]))?.geometry;
  if (result === undefined) throw new PolygonError(name, "crosses itself and encloses nothing", "draw it again");
  return result;
}
