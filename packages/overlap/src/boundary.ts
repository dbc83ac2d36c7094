import type { MultiPolygon, Polygon } from "geojson";

/** An area's boundary: GeoJSON, WGS 84 `[longitude, latitude]` in degrees, wound as RFC 7946 asks. */
export type Boundary = Polygon | MultiPolygon;

/** A position in degrees, WGS 84: `[longitude, latitude]`. */
export type LonLat = readonly [lon: number, lat: number];

/** West, south, east, north in degrees, WGS 84. */
export type LonLatBox = readonly [west: number, south: number, east: number, north: number];
