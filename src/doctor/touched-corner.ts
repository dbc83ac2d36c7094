import type { Position } from "geojson";
import type { LonLat } from "../model/boundary.js";

/**
 * The first corner that a closed ring comes back to before its end; null where there is none. Such a ring touches itself:
 * it can be measured, but validators call it invalid.
 */
export function touchedCorner(ring: readonly Position[]): LonLat | null {
  const seen = new Map<number, Set<number>>();
  let [beforeLon, beforeLat] = [Number.NaN, Number.NaN];
  for (const [lon = 0, lat = 0] of ring.slice(0, -1)) {
    if (lon === beforeLon && lat === beforeLat) continue;
    const lats = seen.get(lon);
    if (lats?.has(lat)) return [lon, lat];
    if (lats === undefined) seen.set(lon, new Set([lat]));
    else lats.add(lat);
    [beforeLon, beforeLat] = [lon, lat];
  }
  return null;
}
