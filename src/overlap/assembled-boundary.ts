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
  const holes = sized.filter(({ areaM2 }) => areaM2 < -ROUNDING_M2);
  const boxes = holes.length === 0 ? [] : polygons.map(([outer = []]) => ringBox(outer));
  for (const { ring } of holes) {
    // The smallest outer ring round the hole is its own.
    const [start = [0, 0], next = [0, 0]] = ring;
    const lon = ((start[0] ?? 0) + (next[0] ?? 0)) / 2;
    const lat = ((start[1] ?? 0) + (next[1] ?? 0)) / 2;
    polygons.find(([outer = []], i) => isInBox(boxes[i], lon, lat) && isInRing(outer, lon, lat))?.push(ring);
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

/** West, south, east, north, degrees. */
type Box = readonly [west: number, south: number, east: number, north: number];

function ringBox(ring: readonly Position[]): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of ring) {
    const lon = position[0] ?? 0;
    const lat = position[1] ?? 0;
    if (lon < box[0]) box[0] = lon;
    if (lat < box[1]) box[1] = lat;
    if (lon > box[2]) box[2] = lon;
    if (lat > box[3]) box[3] = lat;
  }
  return box;
}

function isInBox(box: Box | undefined, lon: number, lat: number): boolean {
  return box !== undefined && box[0] <= lon && lon <= box[2] && box[1] <= lat && lat <= box[3];
}

// Counts the edges to the east of a place: in the ring when their number is odd.
function isInRing(ring: readonly Position[], lon: number, lat: number): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const before = ring[i - 1] as Position;
    const here = ring[i] as Position;
    const ay = before[1] ?? 0;
    const by = here[1] ?? 0;
    if (ay > lat === by > lat) continue;
    const ax = before[0] ?? 0;
    const bx = here[0] ?? 0;
    if (lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) isInside = !isInside;
  }
  return isInside;
}
