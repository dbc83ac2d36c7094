import { floatAt } from "../geometry/element.js";
import { planeX, planeY } from "../geometry/equal-area-plane.js";
import { hilbertOrder } from "../geometry/hilbert-order.js";
import { CROSSED_IS_MOVED } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { walkPoints } from "./walk.js";

/** In none of the areas. */
export const IN_NONE = -1;

/**
 * The area that each point lies in, by index, IN_NONE where it is in none; the first of several where areas overlap.
 *
 * A point on a border is given to one side of it, always the same: to the south, along a meridian to the west.
 * @param lonLats longitude and latitude of each point in turn, degrees, finite.
 */
export function areasAtPoints(layer: MeasuredLayer, lonLats: Float64Array): Int32Array {
  const xy = new Float64Array(lonLats.length);
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = planeX(layer.plane, floatAt(lonLats, i));
    xy[i + 1] = planeY(layer.plane, floatAt(lonLats, i + 1));
  }
  const areas = new Int32Array(lonLats.length / 2).fill(IN_NONE);
  walkPoints(layer, { xy, order: hilbertOrder(xy) }, CROSSED_IS_MOVED, (point, cell) => {
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
