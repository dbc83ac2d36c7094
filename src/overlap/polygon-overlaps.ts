import type { Boundary } from "../model/boundary.js";
import { layerOverlaps, type PairArea } from "./layer-overlaps.js";
import { type MeasuredLayer, measuredLayer } from "./measured-layer.js";

/** What a single polygon shares with the areas of a layer. */
export interface PolygonOverlaps {
  /** Area of the polygon itself on the ellipsoid, square metres. */
  readonly areaM2: number;
  /** The polygon as a layer of one area, for its thickness and shapes. */
  readonly polygon: MeasuredLayer;
  /** Every area it shares any of, by index (`a` is always 0). */
  readonly pairs: readonly PairArea[];
}

/** Measures a polygon that somebody brings against a layer made ready before; the polygon is to be checked first. */
export function polygonOverlaps(layer: MeasuredLayer, boundary: Boundary): PolygonOverlaps {
  const polygon = measuredLayer([{ code: "polygon", boundary }], layer.plane);
  return { areaM2: polygon.areaM2[0] ?? 0, polygon, pairs: layerOverlaps(polygon, layer) };
}
