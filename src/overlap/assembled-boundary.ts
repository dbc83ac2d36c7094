import type { Position } from "geojson";
import { type EqualAreaPlane, planeX, planeY } from "../geometry/equal-area-plane.js";
import type { Boundary } from "../model/boundary.js";

// Rings smaller than this come from the rounding of crossings between borders that all but coincide.
const ROUNDING_M2 = 1e-3;

/**
 * A boundary of closed rings wound with the area to their left: outer rings and the holes that lie in them. Null when
 * nothing is left but rounding.
 */
export function assembledBoundary(rings: readonly Position[][], plane: EqualAreaPlane): Boundary | null {
  const sized = rings.map((ring) => ({ ring, areaM2: signedAreaM2(ring, plane) }));
  const polygons = sized
    .filter(({ areaM2 }) => areaM2 > ROUNDING_M2)
    .sort((p, q) => p.areaM2 - q.areaM2)
    .map(({ ring }) => [ring]);
  for (const { ring, areaM2 } of sized) {
    if (areaM2 >= -ROUNDING_M2) continue;
    // The smallest outer ring round the hole is its own.
    const [start = [0, 0], next = [0, 0]] = ring;
    const lon = ((start[0] ?? 0) + (next[0] ?? 0)) / 2;
    const lat = ((start[1] ?? 0) + (next[1] ?? 0)) / 2;
    polygons.find(([outer = []]) => isInRing(outer, lon, lat))?.push(ring);
  }
  const [largest] = polygons.reverse();
  if (largest === undefined) return null;
  return polygons.length === 1
    ? { type: "Polygon", coordinates: largest }
    : { type: "MultiPolygon", coordinates: polygons };
}

function signedAreaM2(ring: readonly Position[], plane: EqualAreaPlane): number {
  const [first = [0, 0]] = ring;
  const x0 = planeX(plane, first[0] ?? 0);
  const y0 = planeY(plane, first[1] ?? 0);
  let twice = 0;
  let beforeX = 0;
  let beforeY = 0;
  for (const position of ring) {
    const x = planeX(plane, position[0] ?? 0) - x0;
    const y = planeY(plane, position[1] ?? 0) - y0;
    twice += beforeX * y - x * beforeY;
    beforeX = x;
    beforeY = y;
  }
  return twice / 2;
}

// Counts the edges to the east of a place: in the ring when their number is odd.
function isInRing(ring: readonly Position[], lon: number, lat: number): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) isInside = !isInside;
  }
  return isInside;
}
