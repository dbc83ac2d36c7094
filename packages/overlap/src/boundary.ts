import type { MultiPolygon, Polygon, Position } from "geojson";

/** An area's boundary: GeoJSON, WGS 84 `[longitude, latitude]` in degrees, wound as RFC 7946 requires. */
export type Boundary = Polygon | MultiPolygon;

/** A position in degrees, WGS 84: `[longitude, latitude]`. */
export type LonLat = readonly [lon: number, lat: number];

/** West, south, east, north in degrees, WGS 84. */
export type LonLatBox = readonly [west: number, south: number, east: number, north: number];

/** The polygons of a boundary, each as its rings, the outer one first. */
export function polygonsOf(boundary: Boundary): readonly Position[][][] {
  return boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates;
}
