/** Position in the web map's square (EPSG:3857 scaled to 0 to 1, x eastwards) of a longitude, degrees. */
export function mercatorX(lon: number): number {
  return lon / 360 + 0.5;
}

/** Position in the web map's square, y southwards, of a latitude, degrees. */
export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
