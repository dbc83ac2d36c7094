import type { Boundary, LonLatBox } from "../boundary.js";

/**
 * The box around a boundary, degrees. Where the boundary was cut at the antimeridian and lies closely on both sides of it,
 * the box runs over it and its west is larger than its east, as RFC 7946 has it.
 */
export function boundaryBbox(boundary: Boundary): LonLatBox {
  const polygons = boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates;
  return unionBbox(
    polygons.map(([outer = []]) => {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const [lon = Number.NaN, lat = Number.NaN] of outer) {
        if (lon < west) west = lon;
        if (lon > east) east = lon;
        if (lat < south) south = lat;
        if (lat > north) north = lat;
      }
      return [west, south, east, north];
    }),
  );
}

/** West, south, east, north in degrees; west is larger than east in a box over the antimeridian. */
type Box = readonly [west: number, south: number, east: number, north: number];

const TURN_DEGREES = 360;
const MERIDIAN_TOLERANCE_DEGREES = 1e-7; // a centimetre: what is read off a grid may be so far from 180

/** Whether a longitude is that of a meridian, but for the rounding of a grid. */
export function isMeridian(lon: number, meridian: number): boolean {
  return Math.abs(lon - meridian) <= MERIDIAN_TOLERANCE_DEGREES;
}

/**
 * The box around boxes, degrees: the narrowest that leaves out one gap between them. It runs over the antimeridian only
 * where some of them touch it from both sides, or do so themselves.
 */
export function unionBbox(boxes: readonly Box[]): Box {
  const south = boxes.reduce((least, box) => Math.min(least, box[1]), Infinity);
  const north = boxes.reduce((most, box) => Math.max(most, box[3]), -Infinity);
  const crossesAntimeridian = boxes.some(([west, , east]) => west > east);
  const touchesAntimeridian =
    crossesAntimeridian ||
    (boxes.some(([west]) => isMeridian(west, -180)) && boxes.some(([, , east]) => isMeridian(east, 180)));
  const [west, east] = touchesAntimeridian ? rangeOutsideWidestGap(boxes) : lonRange(boxes);
  return [west, south, east, north];
}

/**
 * The narrowest box around boxes, degrees: it leaves out the widest gap between them, and so runs over the antimeridian
 * where that is the shorter way round. For looking at; two areas on either side of an ocean are near each other here.
 */
export function antimeridianBbox(boxes: readonly Box[]): Box {
  const [west, easternmost] = rangeOutsideWidestGap(boxes);
  const east = easternmost < -180 ? easternmost + TURN_DEGREES : easternmost;
  const [, south, , north] = unionBbox(boxes);
  return [west, south, east, north];
}

type Range = readonly [west: number, east: number];

function lonRange(boxes: readonly Box[]): Range {
  return [
    boxes.reduce((least, [west]) => Math.min(least, west), Infinity),
    boxes.reduce((most, [, , east]) => Math.max(most, east), -Infinity),
  ];
}

// Walks eastwards from west to west; what lies farthest east so far and the next west leave a gap or none.
function rangeOutsideWidestGap(boxes: readonly Box[]): Range {
  const ranges = boxes
    .map(([west, , east]): Range => [west, west <= east ? east : east + TURN_DEGREES])
    .sort((a, b) => a[0] - b[0]);
  let coveredEast = ranges.reduce((most, [, east]) => Math.max(most, east - TURN_DEGREES), -Infinity);
  let widest = { degrees: 0, west: -180, east: 180 };
  for (const [west, east] of ranges) {
    const degrees = west - coveredEast;
    if (degrees > widest.degrees) widest = { degrees, west, east: coveredEast };
    coveredEast = Math.max(coveredEast, east);
  }
  if (widest.degrees === 0) return [-180, 180];
  return [widest.west, widest.east > 180 ? widest.east - TURN_DEGREES : widest.east];
}

/** A box in the projection, metres; empty when a side is longer than nothing the wrong way. */
export interface PlaneBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What two boxes share. */
export function boxIntersection(p: PlaneBox, q: PlaneBox): PlaneBox {
  return {
    west: Math.max(p.west, q.west),
    south: Math.max(p.south, q.south),
    east: Math.min(p.east, q.east),
    north: Math.min(p.north, q.north),
  };
}

/** The smallest box round both. */
export function boxUnion(p: PlaneBox, q: PlaneBox): PlaneBox {
  return {
    west: Math.min(p.west, q.west),
    south: Math.min(p.south, q.south),
    east: Math.max(p.east, q.east),
    north: Math.max(p.north, q.north),
  };
}
