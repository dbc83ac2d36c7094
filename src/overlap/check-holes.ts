import type { Position } from "geojson";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { BoundaryError } from "./boundary-error.js";
import { layerOverlaps } from "./layer-overlaps.js";
import type { LayerArea } from "./layer-rings.js";
import { measuredLayer } from "./measured-layer.js";

const ROUNDING_SHARE = 1e-9;

/**
 * Refuses holes that do not lie inside their outer ring, or that share land: they would be taken away from nothing, or
 * twice.
 *
 * @param rings the outer ring and then the holes, each closed and not crossing itself
 * @param name the polygon as its reader calls it
 * @throws {BoundaryError} naming the hole
 */
export function checkHoles(rings: readonly Position[][], plane: EqualAreaPlane, name: string): void {
  const [outer, ...holes] = rings;
  if (outer === undefined || holes.length === 0) return;
  const whole = measuredLayer([filled(outer, 0)], plane);
  const parts = measuredLayer(
    holes.map((hole, i) => filled(hole, i + 1)),
    plane,
  );
  const inside = new Map(layerOverlaps(whole, parts).map(({ b, areaM2 }) => [b, areaM2]));
  const stray = holes.findIndex((_, i) => (inside.get(i) ?? 0) < (parts.areaM2[i] ?? 0) * (1 - ROUNDING_SHARE));
  if (stray !== -1) {
    throw new BoundaryError(
      `${name}, hole ${stray + 1}`,
      "does not lie inside the outer ring",
      "give what lies outside as a polygon of its own, and leave the hole out",
    );
  }
  const common = layerOverlaps(parts, parts).find(({ a, b }) => a < b);
  if (common !== undefined) {
    throw new BoundaryError(
      `${name}, hole ${common.b + 1}`,
      `shares land with hole ${common.a + 1}`,
      "join them into one",
    );
  }
  const openM2 = parts.areaM2.reduce((sum, areaM2) => sum + areaM2, 0);
  if (openM2 >= (whole.areaM2[0] ?? 0) * (1 - ROUNDING_SHARE)) {
    throw new BoundaryError(name, "has holes that leave nothing of it", "leave it out or draw it anew");
  }
}

function filled(ring: readonly Position[], index: number): LayerArea {
  return { code: String(index), boundary: { type: "Polygon", coordinates: [[...ring]] } };
}
