import { authalicQ, EQUATORIAL_RADIUS_M, parallelRadiusM, sinLatOfAuthalicQ } from "./authalic-latitude.js";

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
export interface EqualAreaProjection {
  /** The meridian of x = 0, degrees. */
  readonly centralMeridian: number;
  /** Whether places on both sides of the antimeridian lie side by side in it: 180 and -180 are then one meridian. */
  readonly joinsAntimeridian: boolean;
  /** The parallel along which lengths are true, degrees. */
  readonly standardParallel: number;
  readonly xMPerDegree: number;
  readonly yMPerQ: number;
  /** Taken from every y so that coordinates stay small and digits are kept. */
  readonly originYM: number;
}

/**
 * The projection whose standard parallel and meridian run through the middle of a box, whose west is larger than its east
 * where it lies over the antimeridian.
 *
 * @see J. P. Snyder, "Map Projections: A Working Manual" (USGS 1395, 1987), equations 10-13 to 10-15
 */
export function equalAreaProjection(
  box: readonly [west: number, south: number, east: number, north: number],
): EqualAreaProjection {
  const [west, south, east, north] = box;
  const standardParallel = (south + north) / 2;
  const sinLat = Math.sin(standardParallel * RAD_PER_DEGREE);
  const radiusM = parallelRadiusM(sinLat);
  const yMPerQ = (EQUATORIAL_RADIUS_M * EQUATORIAL_RADIUS_M) / (2 * radiusM);
  return {
    centralMeridian: west <= east ? (west + east) / 2 : wrapLongitude((west + east) / 2 + HALF_TURN),
    joinsAntimeridian: west > east,
    standardParallel,
    xMPerDegree: radiusM * RAD_PER_DEGREE,
    yMPerQ,
    originYM: yMPerQ * authalicQ(sinLat),
  };
}

/** East of the projection's middle, metres. */
export function projectX(projection: EqualAreaProjection, lon: number): number {
  const east = lon - projection.centralMeridian;
  return (projection.joinsAntimeridian ? wrapLongitude(east) : east) * projection.xMPerDegree;
}

function wrapLongitude(degrees: number): number {
  if (degrees > HALF_TURN) return degrees - 2 * HALF_TURN;
  return degrees < -HALF_TURN ? degrees + 2 * HALF_TURN : degrees;
}

/** North of the projection's middle, metres. */
export function projectY(projection: EqualAreaProjection, lat: number): number {
  return projection.yMPerQ * authalicQ(Math.sin(lat * RAD_PER_DEGREE)) - projection.originYM;
}

/** The projection's position of a place. */
export function project(projection: EqualAreaProjection, [lon, lat]: Degrees): PlanePoint {
  return [projectX(projection, lon), projectY(projection, lat)];
}

/** The place of a plane's position; the inverse of project within 1e-14 of a degree or so. */
export function unproject(projection: EqualAreaProjection, [xM, yM]: PlanePoint): Degrees {
  const sinLat = sinLatOfAuthalicQ((yM + projection.originYM) / projection.yMPerQ);
  const lon = projection.centralMeridian + xM / projection.xMPerDegree;
  return [projection.joinsAntimeridian ? wrapLongitude(lon) : lon, Math.asin(sinLat) / RAD_PER_DEGREE];
}

/**
 * Metres on the ground per metre of the projection, eastwards, at a height in the projection; northwards it is one over this.
 * 1 on the standard parallel, less towards the pole.
 */
export function scaleFactor(projection: EqualAreaProjection, yM: number): number {
  const sinLat = sinLatOfAuthalicQ((yM + projection.originYM) / projection.yMPerQ);
  return (parallelRadiusM(sinLat) * RAD_PER_DEGREE) / projection.xMPerDegree;
}
