import { hilbertOrder } from "../index/hilbert-order.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { PERTURB_TARGET } from "../predicates/segment-crossing.js";
import { type EqualAreaProjection, projectX, projectY } from "../projection/cylindrical-equal-area.js";
import { locateAlongPath, type VisitOrder } from "./walking-location.js";

/** In none of the areas. */
export const NO_AREA = -1;

/** Points in a layer's plane and a short path through them: made once, it serves all layers of that plane. */
export function visitOrder(projection: EqualAreaProjection, lonLats: Float64Array): VisitOrder {
  const xy = new Float64Array(lonLats.length);
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = projectX(projection, lonLats[i]);
    xy[i + 1] = projectY(projection, lonLats[i + 1]);
  }
  return { xy, order: hilbertOrder(xy) };
}

/**
 * The area that each point lies in, by index, NO_AREA where it is in none; the first of several where areas overlap.
 *
 * A point on a border is given to one side of it, always the same: to the south, along a meridian to the west.
 * @param lonLats longitude and latitude of each point in turn, degrees, finite.
 */
export function locatePoints(layer: PreparedLayer, lonLats: Float64Array): Int32Array {
  return locatePointsInOrder(layer, visitOrder(layer.projection, lonLats));
}

/** The same for points whose path is known. */
export function locatePointsInOrder(layer: PreparedLayer, path: VisitOrder): Int32Array {
  const areas = new Int32Array(path.order.length).fill(NO_AREA);
  locateAlongPath(layer, path, PERTURB_TARGET, (point, windings) => {
    let first = NO_AREA;
    for (let i = 0; i < windings.areas.length; i++) {
      const area = windings.areas[i];
      if (windings.counts[i] > 0 && (first === NO_AREA || area < first)) first = area;
    }
    areas[point] = first;
  });
  return areas;
}

/** The area that one place lies in, by index, NO_AREA where it is in none. */
export function locatePoint(layer: PreparedLayer, lon: number, lat: number): number {
  return locatePoints(layer, Float64Array.of(lon, lat))[0] ?? NO_AREA;
}
