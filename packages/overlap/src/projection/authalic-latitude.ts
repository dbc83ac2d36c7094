/** Equatorial radius of GRS80 and WGS 84, metres. */
export const EQUATORIAL_RADIUS_M = 6_378_137;

/** First eccentricity of WGS 84 squared; GRS80's differs in the eleventh digit, 0.1 mm on the ground. */
export const ECCENTRICITY_SQUARED = 6.694_379_990_141_316e-3;

/**
 * The authalic function q of a latitude's sine, without unit: the ellipsoid's area between the equator and the
 * latitude is π a² q.
 *
 * @see J. P. Snyder, "Map Projections: A Working Manual" (USGS 1395, 1987), equation 3-12
 */
export function authalicQ(sinLat: number): number {
  const t = ECCENTRICITY_SQUARED * sinLat * sinLat;
  // atanh(e sin) / (e sin) as a series: its ninth term is below the precision of a double.
  const inverseTanh =
    1 + t * (1 / 3 + t * (1 / 5 + t * (1 / 7 + t * (1 / 9 + t * (1 / 11 + t * (1 / 13 + t * (1 / 15)))))));
  return (1 - ECCENTRICITY_SQUARED) * sinLat * (1 / (1 - t) + inverseTanh);
}

/**
 * The sine of the latitude that has this q; beyond the poles, the pole's.
 *
 * Newton's method; from the authalic sphere's sine it converges to the last digit in four steps.
 */
export function sinLatOfAuthalicQ(q: number): number {
  let sinLat = Math.max(-1, Math.min(1, q / authalicQ(1)));
  for (let step = 0; step < 4; step++) {
    const t = 1 - ECCENTRICITY_SQUARED * sinLat * sinLat;
    sinLat += ((q - authalicQ(sinLat)) * t * t) / (2 * (1 - ECCENTRICITY_SQUARED));
  }
  return Math.max(-1, Math.min(1, sinLat));
}

/** Radius of the parallel at a latitude's sine, metres. */
export function parallelRadiusM(sinLat: number): number {
  return (EQUATORIAL_RADIUS_M * Math.sqrt(1 - sinLat * sinLat)) / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
}
