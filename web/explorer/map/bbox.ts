import type { Geometry, Position } from "geojson";
import type { Bbox } from "../data/overview.js";
import { isOffThread, type Shapes } from "../data/shapes.js";
import type { Tier } from "../state/explorer-state.js";
import { areaFeatures, tierLayer } from "./features.js";

const FULL_CIRCLE_DEG = 360;

/** How far a box reaches from west to east, degrees; it may run over the antimeridian. */
export function widthDeg([west, , east]: Bbox): number {
  return east < west ? east - west + FULL_CIRCLE_DEG : east - west;
}

/** Whether two boxes share any place on Earth; either may run over the antimeridian. */
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

/** The smallest box round a polygon or several; west, south, east, north, degrees. */
export function geometryBbox(area: Geometry): Bbox {
  const corners =
    area.type === "Polygon" ? area.coordinates.flat() : area.type === "MultiPolygon" ? area.coordinates.flat(2) : [];
  const all = (axis: 0 | 1) => corners.map((corner: Position) => corner[axis] ?? 0);
  const [lons, lats] = [all(0), all(1)];
  const min = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const max = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return [min(lons), min(lats), max(lons), max(lats)];
}

const CIRCLE_DEG = 360;

/**
 * The narrowest box round an area's polygons: it runs over the antimeridian where that is the shorter way round, as it is
 * for Alaska. null for a code that is not on the map, and where the page does not read the shapes.
 */
export function areaBbox(shapes: Shapes, tier: Tier, code: string): Bbox | null {
  if (isOffThread(shapes)) return null;
  const features = (["footprints", tierLayer(tier)] as const).flatMap(
    (layer) => areaFeatures(shapes.topology, layer).features,
  );
  const geometry = features.find(({ properties }) => properties.code === code)?.geometry;
  if (!geometry) return null;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const boxes = polygons.map((coordinates) => geometryBbox({ type: "Polygon", coordinates }));
  const [west, east] = narrowestLongitudeRange(boxes.map(([from, , to]) => [from, to]));
  return [west, Math.min(...boxes.map((box) => box[1])), east, Math.max(...boxes.map((box) => box[3]))];
}

/** What is left of the circle without the widest gap between ranges; west is larger than east over the antimeridian. */
function narrowestLongitudeRange(ranges: readonly (readonly [number, number])[]): readonly [number, number] {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
  const maxEast = Math.max(...ranges.map(([, east]) => east));
  let reached = maxEast - CIRCLE_DEG;
  let widest = { degrees: -1, west: sorted[0]?.[0] ?? 0, east: maxEast };
  for (const [west, east] of sorted) {
    const isOver = reached < -CIRCLE_DEG / 2;
    if (west - reached > widest.degrees)
      widest = { degrees: west - reached, west, east: isOver ? reached + CIRCLE_DEG : reached };
    reached = Math.max(reached, east);
  }
  return [widest.west, widest.east];
}
