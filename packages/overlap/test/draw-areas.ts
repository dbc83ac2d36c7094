import type { LayerArea } from "../src/layer/layer-coordinates.js";
import { type PreparedLayer, prepareLayer } from "../src/layer/prepared-layer.js";
import { equalAreaProjection, unproject } from "../src/projection/cylindrical-equal-area.js";

/** A plane somewhere in England; what is drawn lies near its middle, where lengths are true. */
export const DRAWING_PROJECTION = equalAreaProjection([-2, 52, -1, 53]);

export type DrawnRing = readonly (readonly [xM: number, yM: number])[];

/** An area from rings in metres, each polygon's outer ring first; rings are closed here. */
export function areaFromRings(code: string, ...polygons: readonly (readonly DrawnRing[])[]): LayerArea {
  const coordinates = polygons.map((rings) =>
    rings.map((ring) => [...ring, ...ring.slice(0, 1)].map((place) => [...unproject(DRAWING_PROJECTION, place)])),
  );
  return { code, boundary: { type: "MultiPolygon", coordinates } };
}

/** The ring of a rectangle, metres. */
export function boxRing(west: number, south: number, east: number, north: number): DrawnRing {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** A layer of drawn areas. */
export function layerFromAreas(...areas: readonly LayerArea[]): PreparedLayer {
  return prepareLayer(areas, DRAWING_PROJECTION);
}
