import type { Position } from "geojson";
import { BoundaryError } from "../overlap/boundary-error.js";
import { checkedBoundary } from "../overlap/checked-boundary.js";

/**
 * The polygons of a geometry, each as its rings: its own, or those of a collection that holds nothing else.
 *
 * @throws {BoundaryError} for what is not made of rings
 */
export function polygonLists(geometry: unknown, name: string): readonly Position[][][] {
  const { type, geometries, coordinates } = (geometry ?? {}) as Record<string, unknown>;
  if (type === "GeometryCollection" && Array.isArray(geometries)) {
    return geometries.flatMap((part) => polygonLists(part, name));
  }
  const nested = type === "Polygon" ? [coordinates] : coordinates;
  const isRings = (value: unknown) => Array.isArray(value) && value.every((ring) => Array.isArray(ring));
  if ((type === "Polygon" || type === "MultiPolygon") && Array.isArray(nested) && nested.every(isRings)) {
    return nested as Position[][][];
  }
  checkedBoundary(geometry, name); // says what it is instead
  throw new BoundaryError(name, "has coordinates that are not lists of rings", "nest them as GeoJSON does");
}
