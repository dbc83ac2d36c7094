import type { MultiPolygon, Polygon } from "geojson";

/** An area's boundary: GeoJSON, WGS 84 `[longitude, latitude]` in degrees, wound as RFC 7946 asks. */
export type Boundary = Polygon | MultiPolygon;

/** A position in degrees, WGS 84: `[longitude, latitude]`. */
export type LonLat = readonly [lon: number, lat: number];

/** West, south, east, north in degrees, WGS 84. */
export type LonLatBox = readonly [west: number, south: number, east: number, north: number];

/** How closely a boundary is drawn: FULL as published, to a tenth of a metre, the others thinned on shared borders. */
export type Detail = "LOW" | "MEDIUM" | "FULL";

export const DETAILS: readonly Detail[] = ["LOW", "MEDIUM", "FULL"];

/** The layers of an edition, by the names they have in files, addresses and SQL. */
export type LayerName = "footprints" | "upper_tier" | "lower_tier" | "members";

export const LAYER_NAMES: readonly LayerName[] = ["footprints", "upper_tier", "lower_tier", "members"];
