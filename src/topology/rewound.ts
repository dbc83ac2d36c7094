import type { Position } from "geojson";
import type { Boundary } from "../model/boundary.js";

/** The same boundary with outer rings anticlockwise and holes clockwise, as RFC 7946 asks. */
export function rewound(boundary: Boundary): Boundary {
  return boundary.type === "Polygon"
    ? { type: "Polygon", coordinates: rewoundPolygon(boundary.coordinates) }
    : { type: "MultiPolygon", coordinates: boundary.coordinates.map(rewoundPolygon) };
}

function rewoundPolygon(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, i) => (twiceArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()));
}

function twiceArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let k = 1; k < ring.length; k++) {
    const [ax = 0, ay = 0] = ring[k - 1] ?? [];
    const [bx = 0, by = 0] = ring[k] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum;
}
