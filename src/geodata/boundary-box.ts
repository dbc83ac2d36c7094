import type { Boundary, LonLatBox } from "../model/boundary.js";

/** The box around a boundary, degrees. */
export function boundaryBox(boundary: Boundary): LonLatBox {
  const polygons = boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of polygons) {
    for (const [lon = Number.NaN, lat = Number.NaN] of outer) {
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  }
  return [west, south, east, north];
}

/** The box around boxes, degrees. */
export function boxAroundAll(boxes: readonly LonLatBox[]): LonLatBox {
  const around = (a: LonLatBox, b: LonLatBox): LonLatBox => [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ];
  return boxes.reduce(around, [Infinity, Infinity, -Infinity, -Infinity]);
}
