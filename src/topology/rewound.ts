import type { Position } from "geojson";
import { twiceRingArea } from "../geometry/ring-area.js";
import type { Boundary } from "../model/boundary.js";

/** The same boundary with outer rings anticlockwise and holes clockwise, as RFC 7946 asks. */
export function rewound(boundary: Boundary): Boundary {
  return boundary.type === "Polygon"
    ? { type: "Polygon", coordinates: rewoundPolygon(boundary.coordinates) }
    : { type: "MultiPolygon", coordinates: boundary.coordinates.map(rewoundPolygon) };
}

function rewoundPolygon(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, i) => (twiceRingArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()));
}
