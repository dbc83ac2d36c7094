import { feature, featureCollection, union } from "@turf/turf";
import { type RingProblem, ringProblem } from "../geometry/ring-problems.js";
import type { Boundary } from "../model/boundary.js";
import { BoundaryError } from "./boundary-error.js";
import { polygonsOf } from "./layer-rings.js";

/** Whether rings that cross themselves are refused or put right. */
export interface CheckOptions {
  readonly isRepaired?: boolean;
  /** What is said to put a crossing right; to have it repaired, when left out. */
  readonly crossingRemedy?: string;
}

/**
 * A geometry as a boundary that can be measured.
 *
 * @param name the feature as its reader would call it: `stp-2017.geojson, feature 12`.
 * @throws {BoundaryError} for anything but a polygon or multipolygon of closed rings of finite degrees that enclose
 *   something and do not cross themselves; with `isRepaired`, what a crossing ring winds round an odd number of times
 *   is taken for its inside.
 */
export function checkedBoundary(
  geometry: unknown,
  name: string,
  { isRepaired = false, crossingRemedy }: CheckOptions = {},
): Boundary {
  const boundary = asBoundary(geometry, name);
  const polygons = polygonsOf(boundary);
  let isCrossed = false;
  for (const [p, rings] of polygons.entries()) {
    for (const [r, ring] of rings.entries()) {
      const problem = ringProblem(ring);
      if (problem === null) continue;
      const isCrossing = problem.kind === "CROSSING";
      const remedy = isCrossing ? (crossingRemedy ?? problem.remedy) : problem.remedy;
      if (isRepaired && isCrossing) isCrossed = true;
      else throw ringError(name, { ...problem, remedy }, p, polygons.length, r);
    }
  }
  return isCrossed ? uncrossed(boundary, name) : boundary;
}

function asBoundary(geometry: unknown, name: string): Boundary {
  const type = isObject(geometry) ? geometry.type : undefined;
  const coordinates = isObject(geometry) ? geometry.coordinates : undefined;
  if (type !== "Polygon" && type !== "MultiPolygon") {
    const given = typeof type === "string" ? `is a ${type}` : "has no geometry";
    throw new BoundaryError(name, given, "give a Polygon or MultiPolygon");
  }
  const depth = type === "Polygon" ? 2 : 3;
  if (!isNested(coordinates, depth)) {
    throw new BoundaryError(name, "has coordinates that are not lists of rings", `nest them as GeoJSON's ${type} does`);
  }
  if (coordinates.length === 0 || coordinates.flat(depth - 2).length === 0) {
    throw new BoundaryError(name, "has no rings", "leave it out or give its outline");
  }
  return geometry as Boundary;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isNested(value: unknown, depth: number): value is unknown[] {
  return Array.isArray(value) && (depth === 1 || value.every((inner) => isNested(inner, depth - 1)));
}

function ringError(name: string, { what, remedy }: RingProblem, p: number, count: number, r: number): BoundaryError {
  const polygon = count > 1 ? `polygon ${p + 1}, ` : "";
  const ring = r === 0 ? "outer ring" : `hole ${r}`;
  return new BoundaryError(`${name}, ${polygon}${ring}`, what, remedy);
}

// A union of a shape with itself, by Turf's clipper, keeps what is wound round an odd number of times.
function uncrossed(boundary: Boundary, name: string): Boundary {
  const result = union(featureCollection([feature(boundary), feature(boundary)]))?.geometry;
  if (result === undefined) throw new BoundaryError(name, "crosses itself and encloses nothing", "draw it anew");
  return result;
}
