const MAX_AREAS = 2_000; // in a layer whose borders are drawn at every zoom
const MIN_AREA_WIDTH_PX = 12; // of the mean area in a larger layer
const TILE_PX = 512; // width of a tile

/**
 * The lowest zoom that shows the borders within a layer: 0, unless the areas are so many and small that borders would
 * cover the map.
 *
 * @param bbox of the layer; null when unknown
 */
export function minBorderZoom(bbox: readonly number[] | null, areaCount: number): number {
  if (areaCount <= MAX_AREAS || bbox === null) return 0;
  const [west = 0, south = 0, east = 0, north = 0] = bbox;
  const latScale = Math.cos((((south + north) / 2) * Math.PI) / 180); // drawn length of a degree of longitude to one of latitude
  const widthDeg = Math.sqrt(((east - west) * (north - south)) / latScale / areaCount);
  return Math.max(0, Math.log2((MIN_AREA_WIDTH_PX * 360) / (TILE_PX * widthDeg)));
}
