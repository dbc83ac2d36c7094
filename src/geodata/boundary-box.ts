import { boxAroundAll } from "../geometry/box-around.js";
import type { Boundary, LonLatBox } from "../model/boundary.js";

/**
 * The box around a boundary, degrees. Where the boundary was cut at the antimeridian and lies closely on both sides of it,
 * the box runs over it and its west is larger than its east, as RFC 7946 has it.
 */
export function boundaryBox(boundary: Boundary): LonLatBox {
  const polygons = boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates;
  return boxAroundAll(
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
