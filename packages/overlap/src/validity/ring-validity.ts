import { selfIntersection } from "./self-intersection.js";

/** What makes a ring invalid. */
export type RingErrorKind =
  | "POSITION" // a position that is not on Earth
  | "SHORT" // too few positions for a ring
  | "OPEN" // it does not end where it begins
  | "FLAT" // it goes there and back and encloses nothing
  | "CROSSING"; // it crosses itself or runs along itself

/** An error that makes a ring invalid. */
export interface RingError {
  readonly kind: RingErrorKind;
  /** What is wrong, which values, and where in the ring: `ends at [1, 2] but begins at [0, 0]`. */
  readonly what: string;
  /** How to correct it. */
  readonly remedy: string;
  /** Where it occurs, degrees; null when the position is invalid. */
  readonly at: readonly [lon: number, lat: number] | null;
}

const MIN_POSITIONS = 4;

/** The first error of a ring of a boundary, degrees WGS 84; null when the ring is valid. */
export function ringError(ring: readonly unknown[]): RingError | null {
  const xy = new Float64Array(2 * ring.length);
  for (const [i, position] of ring.entries()) {
    const error = positionError(position, i);
    if (error !== null) return error;
    const [lon = Number.NaN, lat = Number.NaN] = position as readonly number[];
    xy[2 * i] = lon;
    xy[2 * i + 1] = lat;
  }
  if (ring.length < MIN_POSITIONS) {
    return {
      kind: "SHORT",
      what: `has ${ring.length} positions`,
      remedy: `give at least ${MIN_POSITIONS}, the last repeating the first`,
      at: firstPosition(xy),
    };
  }
  const [firstLon = 0, firstLat = 0] = xy;
  const [lastLon = 0, lastLat = 0] = xy.subarray(-2);
  if (firstLon !== lastLon || firstLat !== lastLat) {
    return {
      kind: "OPEN",
      what: `begins at [${firstLon}, ${firstLat}] but ends at [${lastLon}, ${lastLat}]`,
      remedy: "repeat the first position at the end",
      at: firstPosition(xy),
    };
  }
  const corners = removeRepeats(xy);
  const isRing = hasThreeDistinctPositions(corners);
  const crossing = isRing ? selfIntersection(corners) : null;
  if (!isRing || (crossing === null && hasZeroArea(corners))) {
    return { kind: "FLAT", what: "encloses no area", remedy: "leave it out", at: firstPosition(xy) };
  }
  if (crossing === null) return null;
  return {
    kind: "CROSSING",
    what: `crosses itself near [${crossing.at.map((value) => Number(value.toFixed(6))).join(", ")}]`,
    remedy: "correct it there, or ask for it to be repaired",
    at: crossing.at,
  };
}

function firstPosition([lon, lat]: Float64Array): RingError["at"] {
  return lon === undefined || lat === undefined ? null : [lon, lat];
}

function positionError(position: unknown, i: number): RingError | null {
  if (isValidPosition(position)) return null; // nearly always, so nothing is allocated for it
  const where = `position ${i + 1}`;
  const error = (what: string, remedy: string): RingError => ({ kind: "POSITION", what, remedy, at: null });
  if (!Array.isArray(position) || typeof position[0] !== "number" || typeof position[1] !== "number") {
    return error(`${where} is ${JSON.stringify(position)}`, "give [longitude, latitude] in numbers");
  }
  const [lon, lat] = position as [number, number];
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) {
    return error(`${where} is [${lon}, ${lat}]`, "give finite numbers");
  }
  const looksLikeMetres = Math.abs(lon) > 1000 || Math.abs(lat) > 1000;
  const remedy = looksLikeMetres
    ? "these look like metres on a grid: convert to longitude and latitude, WGS 84 (EPSG:4326)"
    : "longitude comes first, -180 to 180, then latitude, -90 to 90";
  return error(`${where} is [${lon}, ${lat}]`, remedy);
}

function isValidPosition(position: unknown): boolean {
  if (!Array.isArray(position)) return false;
  const [lon, lat] = position;
  return typeof lon === "number" && typeof lat === "number" && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

// Whether there are three different positions; the second differs from the first, as repeats are gone.
function hasThreeDistinctPositions(corners: Float64Array): boolean {
  const [ax, ay, bx, by] = corners;
  for (let i = 4; i < corners.length; i += 2) {
    const isFirst = corners[i] === ax && corners[i + 1] === ay;
    const isSecond = corners[i] === bx && corners[i + 1] === by;
    if (!isFirst && !isSecond) return true;
  }
  return false;
}

// A ring that crosses itself may enclose as much one way as the other too: that it crosses says more.
function hasZeroArea(xy: Float64Array): boolean {
  const [x0 = 0, y0 = 0] = xy;
  let twice = 0;
  for (let i = 2; i < xy.length; i += 2) {
    const px = xy[i - 2];
    const py = xy[i - 1];
    const qx = xy[i];
    const qy = xy[i + 1];
    twice += (px - x0) * (qy - y0) - (qx - x0) * (py - y0);
  }
  return twice === 0;
}

function removeRepeats(xy: Float64Array): Float64Array {
  const distinct = new Float64Array(xy.length);
  let length = 0;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i];
    const y = xy[i + 1];
    if (length > 0 && distinct[length - 2] === x && distinct[length - 1] === y) continue;
    distinct[length++] = x;
    distinct[length++] = y;
  }
  return distinct.subarray(0, length);
}
