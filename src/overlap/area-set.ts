import { floatAt } from "../geometry/element.js";
import type { MeasuredLayer } from "./measured-layer.js";

/** Some areas of a layer taken together. */
export interface AreaSet {
  /** Never asked of `OUTSIDE`. */
  readonly has: (area: number) => boolean;
  /** Nothing of them lies farther west, plane metres. */
  readonly westM: number;
}

/** One area. */
export function onlyArea({ boxes }: MeasuredLayer, only: number): AreaSet {
  return { has: (area) => area === only, westM: floatAt(boxes, 4 * only) };
}

/** Several areas. */
export function someAreas({ boxes }: MeasuredLayer, areas: readonly number[]): AreaSet {
  const members = new Set(areas);
  const westM = areas.reduce((west, area) => Math.min(west, floatAt(boxes, 4 * area)), Number.POSITIVE_INFINITY);
  return { has: (area) => members.has(area), westM };
}

/** Every area of the layer. */
export function allAreas({ box }: MeasuredLayer): AreaSet {
  return { has: () => true, westM: floatAt(box, 0) };
}
