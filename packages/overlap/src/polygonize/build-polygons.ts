import type { Position } from "geojson";
import type { Boundary } from "../boundary.js";
import { type EqualAreaProjection, projectX, projectY } from "../projection/cylindrical-equal-area.js";

// Rings smaller than this come from the rounding of crossings between borders that all but coincide.
const ROUNDING_M2 = 1e-3;

/**
 * A boundary of closed rings wound with the area to their left: outer rings and the holes that lie in them. Null when
 * nothing is left but rounding.
 */
export function buildPolygons(rings: readonly Position[][], projection: EqualAreaProjection): Boundary | null {
  const ringsWithArea = rings.map((ring) => ({ ring, areaM2: signedAreaM2(ring, projection) }));
  const polygons = ringsWithArea
    .filter(({ areaM2 }) => areaM2 > ROUNDING_M2)
    .sort((p, q) => p.areaM2 - q.areaM2)
    .map(({ ring }) => [ring]);
  const holes = ringsWithArea.filter(({ areaM2 }) => areaM2 < -ROUNDING_M2);
  const bboxes = holes.length === 0 ? [] : polygons.map(([outer = []]) => ringBbox(outer));
  for (const { ring } of holes) {
    // The smallest outer ring round the hole is its own.
    const [start = [0, 0], next = [0, 0]] = ring;
    const lon = ((start[0] ?? 0) + (next[0] ?? 0)) / 2;
    const lat = ((start[1] ?? 0) + (next[1] ?? 0)) / 2;
    polygons.find(([outer = []], i) => isPointInBox(bboxes[i], lon, lat) && isPointInRing(outer, lon, lat))?.push(ring);
  }
  const [largest] = polygons.reverse();
  if (largest === undefined) return null;
  return polygons.length === 1
    ? { type: "Polygon", coordinates: largest }
    : { type: "MultiPolygon", coordinates: polygons };
}

function signedAreaM2(ring: readonly Position[], projection: EqualAreaProjection): number {
  const [first = [0, 0]] = ring;
  const x0 = projectX(projection, first[0] ?? 0);
  const y0 = projectY(projection, first[1] ?? 0);
  let twice = 0;
  let beforeX = 0;
  let beforeY = 0;
  for (const position of ring) {
    const x = projectX(projection, position[0] ?? 0) - x0;
    const y = projectY(projection, position[1] ?? 0) - y0;
    twice += beforeX * y - x * beforeY;
    beforeX = x;
    beforeY = y;
  }
  return twice / 2;
}

/** West, south, east, north, degrees. */
type Box = readonly [west: number, south: number, east: number, north: number];

function ringBbox(ring: readonly Position[]): Box {
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

function isPointInBox(box: Box | undefined, lon: number, lat: number): boolean {
  return box !== undefined && box[0] <= lon && lon <= box[2] && box[1] <= lat && lat <= box[3];
}

// Counts the edges to the east of a place: in the ring when their number is odd.
function isPointInRing(ring: readonly Position[], lon: number, lat: number): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const before = ring[i - 1];
    const here = ring[i];
    const ay = before[1] ?? 0;
    const by = here[1] ?? 0;
    if (ay > lat === by > lat) continue;
    const ax = before[0] ?? 0;
    const bx = here[0] ?? 0;
    if (lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) isInside = !isInside;
  }
  return isInside;
}
