import { type Boundary, polygonsOf } from "../boundary.js";

/** One area of a layer to be measured. */
export interface LayerArea {
  readonly code: string;
  readonly boundary: Boundary;
}

/** The rings of a layer as drawn, in flat arrays. */
export interface LayerCoordinates {
  /** Longitude and latitude of each position of each ring in turn, rings one after another. */
  readonly lonLat: Float64Array;
  /** The position at which each ring begins, and after the last their number. */
  readonly ringStart: Int32Array;
  /** The area that each ring belongs to, by index. */
  readonly ringArea: Int32Array;
  /** 1 for a hole, 0 for an outer ring. */
  readonly ringIsHole: Uint8Array;
  readonly areaCount: number;
}

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
    for (const rings of polygonsOf(areas[area].boundary)) {
      for (let r = 0; r < rings.length; r++) {
        const ring = rings[r];
        for (let i = 0; i < ring.length; i++) {
          const position = ring[i];
          lonLat[2 * end] = position[0];
          lonLat[2 * end + 1] = position[1];
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
