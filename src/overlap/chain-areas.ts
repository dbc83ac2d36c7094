import { floatAt, intAt } from "../geometry/element.js";
import { OUTSIDE } from "./border-sides.js";
import type { Chains } from "./chains.js";

/** Square metres of each area that chains bound: what lies to the left of its border, holes taken out. */
export function chainAreasM2(
  { count, firstPoint, left, right, xy, integral }: Chains,
  areaCount: number,
): Float64Array {
  const areaM2 = new Float64Array(areaCount);
  // Each area's integral of x dy is taken about the first of its chains: any place would do, a near one keeps more digits.
  const middleX = new Float64Array(areaCount).fill(Number.NaN);
  const add = (area: number, sign: 1 | -1, chain: number): void => {
    const first = intAt(firstPoint, chain);
    const last = intAt(firstPoint, chain + 1) - 1;
    const originX = floatAt(xy, 2 * first);
    if (Number.isNaN(floatAt(middleX, area))) middleX[area] = originX;
    const rise = floatAt(xy, 2 * last + 1) - floatAt(xy, 2 * first + 1);
    const wholeM2 = floatAt(integral, last) + (originX - floatAt(middleX, area)) * rise;
    areaM2[area] = floatAt(areaM2, area) + sign * wholeM2;
  };
  for (let chain = 0; chain < count; chain++) {
    add(intAt(left, chain), 1, chain);
    if (intAt(right, chain) !== OUTSIDE) add(intAt(right, chain), -1, chain);
  }
  return areaM2;
}
