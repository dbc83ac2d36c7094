import type { Boundary } from "@coterminous/overlap";
import { doubleSignedArea } from "@coterminous/overlap";
import type { Position } from "geojson";

/** The same boundary with outer rings anticlockwise and holes clockwise, as RFC 7946 requires. */
export function rewind(boundary: Boundary): Boundary {
  return boundary.type === "Polygon"
    ? { type: "Polygon", coordinates: rewindPolygon(boundary.coordinates) }
    : { type: "MultiPolygon", coordinates: boundary.coordinates.map(rewindPolygon) };
}

function rewindPolygon(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, i) => (doubleSignedArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()));
}

const STEPS_PER_DEGREE = 1e6; // RFC 7946 section 11.2: six decimals are a tenth of a metre

/**
 * Positions with six decimals. The topologies of the database are on that grid already: this only removes rounding errors
 * in the last digits.
 */
export function roundCoordinates(line: readonly Position[]): Position[] {
  return line.map((position) => position.map((degrees) => Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE));
}

/** The same boundary with six decimals. */
export function roundBoundary(boundary: Boundary): Boundary {
  return boundary.type === "Polygon"
    ? { type: "Polygon", coordinates: boundary.coordinates.map(roundCoordinates) }
    : { type: "MultiPolygon", coordinates: boundary.coordinates.map((rings) => rings.map(roundCoordinates)) };
}
