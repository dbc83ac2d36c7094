import { authalicQ, EQUATORIAL_RADIUS_M, parallelRadiusM, sinLatOfAuthalicQ } from "./ellipsoid.js";

const RAD_PER_DEGREE = Math.PI / 180;
const HALF_TURN = 180; // degrees

/** A position in degrees: longitude, latitude. */
type Degrees = readonly [lon: number, lat: number];

/** A position in an equal-area plane, metres east and north of its middle. */
export type PlanePoint = readonly [xM: number, yM: number];

/**
 * A cylindrical equal-area projection of the ellipsoid: areas in it are areas on the ground; lengths are true along
 * the standard parallel. Plain data, so that it can be handed to a worker.
 */
export interface EqualAreaPlane {
  /** The meridian of x = 0, degrees. */
  readonly middleLon: number;
  /** Whether places on both sides of the antimeridian lie side by side in it: 180 and -180 are then one meridian. */
  readonly joinsAntimeridian: boolean;
  /** The parallel along which lengths are true, degrees. */
  readonly standardLat: number;
  readonly xMPerDegree: number;
  readonly yMPerQ: number;
  /** Taken from every y so that coordinates stay small and digits are kept. */
  readonly middleYM: number;
}

/**
 * The plane whose standard parallel and meridian run through the middle of a box, whose west is larger than its east
 * where it lies over the antimeridian.
 *
 * @see J. P. Snyder, "Map Projections: A Working Manual" (USGS 1395, 1987), equations 10-13 to 10-15
 */
export function planeFor(box: readonly [west: number, south: number, east: number, north: number]): EqualAreaPlane {
  const [west, south, east, north] = box;
  const standardLat = (south + north) / 2;
  const sinLat = Math.sin(standardLat * RAD_PER_DEGREE);
  const radiusM = parallelRadiusM(sinLat);
  const yMPerQ = (EQUATORIAL_RADIUS_M * EQUATORIAL_RADIUS_M) / (2 * radiusM);
  return {
    middleLon: west <= east ? (west + east) / 2 : withinHalfTurn((west + east) / 2 + HALF_TURN),
    joinsAntimeridian: west > east,
    standardLat,
    xMPerDegree: radiusM * RAD_PER_DEGREE,
    yMPerQ,
    middleYM: yMPerQ * authalicQ(sinLat),
  };
}

/** East of the plane's middle, metres. */
export function planeX(plane: EqualAreaPlane, lon: number): number {
  const east = lon - plane.middleLon;
  return (plane.joinsAntimeridian ? withinHalfTurn(east) : east) * plane.xMPerDegree;
}

function withinHalfTurn(degrees: number): number {
  if (degrees > HALF_TURN) return degrees - 2 * HALF_TURN;
  return degrees < -HALF_TURN ? degrees + 2 * HALF_TURN : degrees;
}

/** North of the plane's middle, metres. */
export function planeY(plane: EqualAreaPlane, lat: number): number {
  return plane.yMPerQ * authalicQ(Math.sin(lat * RAD_PER_DEGREE)) - plane.middleYM;
}

/** The plane's position of a place. */
export function toPlane(plane: EqualAreaPlane, [lon, lat]: Degrees): PlanePoint {
  return [planeX(plane, lon), planeY(plane, lat)];
}

/** The place of a plane's position; the inverse of toPlane within 1e-14 of a degree or so. */
export function toLonLat(plane: EqualAreaPlane, [xM, yM]: PlanePoint): Degrees {
  const sinLat = sinLatOfAuthalicQ((yM + plane.middleYM) / plane.yMPerQ);
  const lon = plane.middleLon + xM / plane.xMPerDegree;
  return [plane.joinsAntimeridian ? withinHalfTurn(lon) : lon, Math.asin(sinLat) / RAD_PER_DEGREE];
}

/**
 * Metres on the ground per metre of the plane, eastwards, at a height in the plane; northwards it is one over this.
 * 1 on the standard parallel, less towards the pole.
 */
export function eastwardScale(plane: EqualAreaPlane, yM: number): number {
  const sinLat = sinLatOfAuthalicQ((yM + plane.middleYM) / plane.yMPerQ);
  return (parallelRadiusM(sinLat) * RAD_PER_DEGREE) / plane.xMPerDegree;
}
