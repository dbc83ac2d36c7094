import type { Position } from "geojson";
import type { ProblemList } from "./problem.js";

const LEAST_POSITIONS = 4; // RFC 7946, section 3.1.6: the last repeats the first

/** Notes what keeps a ring from being one: too few positions, ends that differ, coordinates out of range. */
export function checkRing(ring: readonly Position[], where: string, problems: ProblemList): void {
  if (ring.length < LEAST_POSITIONS) {
    problems.add(where, `${ring.length} positions`, `at least ${LEAST_POSITIONS}, the last repeating the first`);
    return;
  }
  const [firstLon, firstLat] = ring[0] ?? [];
  const [lastLon, lastLat] = ring.at(-1) ?? [];
  if (firstLon !== lastLon || firstLat !== lastLat) {
    problems.add(where, `[${lastLon}, ${lastLat}]`, `the ring to end where it begins, at [${firstLon}, ${firstLat}]`);
  }
  const stray = ring.findIndex(([lon = Number.NaN, lat = Number.NaN]) => !isOnEarth(lon, lat));
  if (stray !== -1) {
    problems.add(`${where}, position ${stray + 1}`, `[${ring[stray]}]`, "longitude -180 to 180 and latitude -90 to 90");
  }
}

function isOnEarth(lon: number, lat: number): boolean {
  return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
}
