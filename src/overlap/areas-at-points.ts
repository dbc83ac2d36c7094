import { floatAt } from "../geometry/element.js";
import { type EqualAreaPlane, planeX, planeY } from "../geometry/equal-area-plane.js";
import { hilbertOrder } from "../geometry/hilbert-order.js";
import { CROSSED_IS_MOVED } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { type PointPath, walkPoints } from "./walk.js";

/** In none of the areas. */
export const IN_NONE = -1;

/** Points in a layer's plane and a short path through them: made once, it serves all layers of that plane. */
export function pointPath(plane: EqualAreaPlane, lonLats: Float64Array): PointPath {
  const xy = new Float64Array(lonLats.length);
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = planeX(plane, floatAt(lonLats, i));
    xy[i + 1] = planeY(plane, floatAt(lonLats, i + 1));
  }
  return { xy, order: hilbertOrder(xy) };
}

/**
 * The area that each point lies in, by index, IN_NONE where it is in none; the first of several where areas overlap.
 *
 * A point on a border is given to one side of it, always the same: to the south, along a meridian to the west.
 * @param lonLats longitude and latitude of each point in turn, degrees, finite.
 */
export function areasAtPoints(layer: MeasuredLayer, lonLats: Float64Array): Int32Array {
  return areasOnPath(layer, pointPath(layer.plane, lonLats));
}

/** The same for points whose path is known. */
export function areasOnPath(layer: MeasuredLayer, path: PointPath): Int32Array {
  const areas = new Int32Array(path.order.length).fill(IN_NONE);
  walkPoints(layer, path, CROSSED_IS_MOVED, (point, cell) => {
    let first = IN_NONE;
    for (let i = 0; i < cell.areas.length; i++) {
      const area = cell.areas[i] as number;
      if ((cell.counts[i] as number) > 0 && (first === IN_NONE || area < first)) first = area;
    }
    areas[point] = first;
  });
  return areas;
}

/** The area that one place lies in, by index, IN_NONE where it is in none. */
export function areaAtPoint(layer: MeasuredLayer, lon: number, lat: number): number {
  return areasAtPoints(layer, Float64Array.of(lon, lat))[0] ?? IN_NONE;
}
