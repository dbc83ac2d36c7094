import type { Boundary, LonLatBox } from "../model/boundary.js";
import { polygonsOf } from "../overlap/layer-rings.js";

/** The box round some boundaries, degrees; inside out when they hold nothing. */
export function boxOf(...boundaries: readonly Boundary[]): LonLatBox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const boundary of boundaries) {
    for (const rings of polygonsOf(boundary)) {
      for (const ring of rings) {
        for (const [lon = 0, lat = 0] of ring) {
          box[0] = Math.min(box[0], lon);
          box[1] = Math.min(box[1], lat);
          box[2] = Math.max(box[2], lon);
          box[3] = Math.max(box[3], lat);
        }
      }
    }
  }
  return box;
}
