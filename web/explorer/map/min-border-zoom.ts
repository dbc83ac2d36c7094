const MAX_AREAS = 2_000; // of a layer whose borders are drawn at every zoom
const MIN_AREA_WIDTH_PX = 12; // of the mean area of a larger one
const TILE_PX = 512; // along a tile

/**
 * The zoom from which on the borders between areas of a layer are drawn: 0, but for areas too many and too small to be
 * told apart, whose borders would cover the map.
 *
 * @param bbox round all of them; null when it is not known
 * @param areaCount how many there are
 */
export function minBorderZoom(bbox: readonly number[] | null, areaCount: number): number {
  if (areaCount <= MAX_AREAS || bbox === null) return 0;
  const [west = 0, south = 0, east = 0, north = 0] = bbox;
  const latScale = Math.cos((((south + north) / 2) * Math.PI) / 180); // a degree of latitude is drawn so much longer
  const widthDeg = Math.sqrt(((east - west) * (north - south)) / latScale / areaCount);
  return Math.max(0, Math.log2((MIN_AREA_WIDTH_PX * 360) / (TILE_PX * widthDeg)));
}
