import type { Position } from "geojson";
import type { Boundary } from "../model/boundary.js";

const PER_DEGREE = 1e6; // RFC 7946 section 11.2: six decimals are a tenth of a metre

/**
 * Positions with six decimals. On the topologies of a built file, which keep to that lattice, this moves nothing and only
 * takes away what multiplying left in the last digits.
 */
export function decimalDegrees(line: readonly Position[]): Position[] {
  return line.map((position) => position.map((degrees) => Math.round(degrees * PER_DEGREE) / PER_DEGREE));
}

/** The same boundary with six decimals. */
export function decimalBoundary(boundary: Boundary): Boundary {
  return boundary.type === "Polygon"
    ? { type: "Polygon", coordinates: boundary.coordinates.map(decimalDegrees) }
    : { type: "MultiPolygon", coordinates: boundary.coordinates.map((rings) => rings.map(decimalDegrees)) };
}
