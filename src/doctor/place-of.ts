import type { Boundary, LonLat } from "../model/boundary.js";
import { polygonsOf } from "../overlap/layer-rings.js";

/** A corner of a shape, to go and look at; null where there is no shape. */
export function placeOf(shape: Boundary | null): LonLat | null {
  const [lon, lat] = shape === null ? [] : (polygonsOf(shape)[0]?.[0]?.[0] ?? []);
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

/** The same in words: `near [-1.17305, 52.95481]`. */
export function placeText(at: LonLat | null): string {
  return at === null ? "somewhere" : `near [${at.map((value) => Number(value.toFixed(5))).join(", ")}]`;
}
