import type { Position } from "geojson";
import { type LayerArea, type LayerCoordinates, polygonsOf } from "./normalize-rings.js";

/** Where the arrays are to lie. */
export interface CoordinatesOptions {
  readonly isShared?: boolean;
}

/** The positions of a layer, read once; with `isShared` into memory that other threads can be given. */
export function layerCoordinates(
  areas: readonly LayerArea[],
  { isShared = false }: CoordinatesOptions = {},
): LayerCoordinates {
  let ringCount = 0;
  let positionCount = 0;
  for (const { boundary } of areas) {
    for (const rings of polygonsOf(boundary)) {
      ringCount += rings.length;
      for (const ring of rings) positionCount += ring.length;
    }
  }
  const allocate = (bytes: number) => (isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  const lonLat = new Float64Array(allocate(16 * positionCount));
  const ringStart = new Int32Array(allocate(4 * (ringCount + 1)));
  const ringArea = new Int32Array(allocate(4 * ringCount));
  const ringIsHole = new Uint8Array(allocate(ringCount));
  let ringAt = 0;
  let end = 0;
  for (let area = 0; area < areas.length; area++) {
    for (const rings of polygonsOf((areas[area] as LayerArea).boundary)) {
      for (let r = 0; r < rings.length; r++) {
        const ring = rings[r] as Position[];
        for (let i = 0; i < ring.length; i++) {
          const position = ring[i] as Position;
          lonLat[2 * end] = position[0] as number;
          lonLat[2 * end + 1] = position[1] as number;
          end++;
        }
        ringArea[ringAt] = area;
        ringIsHole[ringAt] = r > 0 ? 1 : 0;
        ringAt++;
        ringStart[ringAt] = end;
      }
    }
  }
  return { lonLat, ringStart, ringArea, ringIsHole, areaCount: areas.length };
}
