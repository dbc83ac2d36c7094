import type { Geometry, Polygon, Position } from "geojson";

/** West, south, east, north, degrees; west is larger than east over the antimeridian. */
export type Bbox = readonly [number, number, number, number];
/** Longitude and latitude, degrees. */
export type LonLat = readonly [number, number];

const FULL_CIRCLE_DEG = 360;

/** The width of a bbox from west to east, degrees. */
export function widthDeg([west, , east]: Bbox): number {
  return east < west ? east - west + FULL_CIRCLE_DEG : east - west;
}

/** Whether two bboxes share a point. */
export function bboxesIntersect(one: Bbox, other: Bbox): boolean {
  return one[1] <= other[3] && other[1] <= one[3] && longitudesIntersect(one, other);
}

function longitudesIntersect([west, , east]: Bbox, [otherWest, , otherEast]: Bbox): boolean {
  const width = (from: number, to: number) => (to - from + FULL_CIRCLE_DEG) % FULL_CIRCLE_DEG;
  const isWhole = (from: number, to: number) => to - from === FULL_CIRCLE_DEG;
  if (isWhole(west, east) || isWhole(otherWest, otherEast)) return true;
  // One of the two begins inside the other.
  return width(west, otherWest) <= width(west, east) || width(otherWest, west) <= width(otherWest, otherEast);
}

/** The bbox of a polygon or several, none of which crosses the antimeridian. */
export function geometryBbox(geometry: Geometry): Bbox {
  return positionsBbox(polygonsOf(geometry).flat(2));
}

/** The narrowest bbox of a polygon or several: it crosses the antimeridian where that is the shorter way round, as for Alaska. */
export function narrowestBbox(geometry: Geometry): Bbox {
  const boxes = polygonsOf(geometry).map((rings) => positionsBbox(rings.flat()));
  const [west, east] = narrowestLongitudeRange(boxes.map(([from, , to]) => [from, to]));
  return [west, Math.min(...boxes.map((box) => box[1])), east, Math.max(...boxes.map((box) => box[3]))];
}

function polygonsOf(geometry: Geometry): readonly Polygon["coordinates"][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
}

function positionsBbox(positions: readonly Position[]): Bbox {
  const INF = Number.POSITIVE_INFINITY;
  let [west, south, east, north] = [INF, INF, -INF, -INF];
  for (const [lon = 0, lat = 0] of positions) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** The circle without the widest gap between ranges; west is larger than east over the antimeridian. */
function narrowestLongitudeRange(ranges: readonly (readonly [number, number])[]): readonly [number, number] {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const maxEast = Math.max(...ranges.map(([, east]) => east));
  let reached = maxEast - FULL_CIRCLE_DEG;
  let widest = { degrees: -1, west: sorted[0]?.[0] ?? 0, east: maxEast };
  for (const [west, east] of sorted) {
    const isOver = reached < -FULL_CIRCLE_DEG / 2;
    if (west - reached > widest.degrees)
      widest = { degrees: west - reached, west, east: isOver ? reached + FULL_CIRCLE_DEG : reached };
    reached = Math.max(reached, east);
  }
  return [widest.west, widest.east];
}
