import type { Geometry, Position } from "geojson";
import type { Box } from "../data/overview.js";

/** The smallest box round a polygon or several; west, south, east, north, degrees. */
export function boxOf(area: Geometry): Box {
  const corners =
    area.type === "Polygon" ? area.coordinates.flat() : area.type === "MultiPolygon" ? area.coordinates.flat(2) : [];
  const all = (axis: 0 | 1) => corners.map((corner: Position) => corner[axis] ?? 0);
  const [lons, lats] = [all(0), all(1)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return [least(lons), least(lats), most(lons), most(lats)];
}
