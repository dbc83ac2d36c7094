import { planeFor, toLonLat } from "../../src/geometry/equal-area-plane.js";
import type { LayerArea } from "../../src/overlap/layer-rings.js";
import { type MeasuredLayer, measuredLayer } from "../../src/overlap/measured-layer.js";

/** A plane somewhere in England; what is drawn lies near its middle, where lengths are true. */
export const DRAWING_PLANE = planeFor([-2, 52, -1, 53]);

export type DrawnRing = readonly (readonly [xM: number, yM: number])[];

/** An area from rings in metres, each polygon's outer ring first; rings are closed here. */
export function drawnArea(code: string, ...polygons: readonly (readonly DrawnRing[])[]): LayerArea {
  const coordinates = polygons.map((rings) =>
    rings.map((ring) => [...ring, ...ring.slice(0, 1)].map((place) => [...toLonLat(DRAWING_PLANE, place)])),
  );
  return { code, boundary: { type: "MultiPolygon", coordinates } };
}

/** The ring of a rectangle, metres. */
export function box(west: number, south: number, east: number, north: number): DrawnRing {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** A layer of drawn areas. */
export function drawnLayer(...areas: readonly LayerArea[]): MeasuredLayer {
  return measuredLayer(areas, DRAWING_PLANE);
}
