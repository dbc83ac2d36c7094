import { floatAt } from "../geometry/element.js";
import { CROSSED_IS_MOVED, crossing } from "./crossing.js";
import { GROUP_SIZE, groupEnd, type Outline } from "./outline.js";

/**
 * Whether a step crosses an outline an odd number of times; any edge it may cross is among the groups given.
 *
 * @param step x, y of its start and of its end, plane metres.
 */
export function isOddlyCrossed(outline: Outline, groups: readonly number[], step: Float64Array): boolean {
  const { edges, groupBoxes } = outline;
  const west = Math.min(floatAt(step, 0), floatAt(step, 2));
  const east = Math.max(floatAt(step, 0), floatAt(step, 2));
  const south = Math.min(floatAt(step, 1), floatAt(step, 3));
  const north = Math.max(floatAt(step, 1), floatAt(step, 3));
  let isOdd = false;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    const isAside =
      floatAt(groupBoxes, 4 * group) > east ||
      floatAt(groupBoxes, 4 * group + 1) > north ||
      floatAt(groupBoxes, 4 * group + 2) < west ||
      floatAt(groupBoxes, 4 * group + 3) < south;
    if (isAside) continue;
    const end = groupEnd(outline, group);
    for (let edge = group * GROUP_SIZE; edge < end; edge++) {
      const ex = floatAt(edges, 4 * edge);
      const fx = floatAt(edges, 4 * edge + 2);
      if ((ex < west && fx < west) || (ex > east && fx > east)) continue;
      const ey = floatAt(edges, 4 * edge + 1);
      const fy = floatAt(edges, 4 * edge + 3);
      if ((ey < south && fy < south) || (ey > north && fy > north)) continue;
      if (crossing(step, 0, edges, 2 * edge, CROSSED_IS_MOVED) !== 0) isOdd = !isOdd;
    }
  }
  return isOdd;
}
