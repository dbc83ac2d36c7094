import { vertexIds } from "../index/coordinate-index.js";
import type { LayerCoordinates } from "./layer-coordinates.js";

/** The rings of a whole layer over one table of vertices, wound so that the area lies to the left. */
export interface LayerRings {
  /** Longitude and latitude of each position in turn; a vertex is the number of the first position drawn there. */
  readonly lonLat: Float64Array;
  /** The vertex at each place of each ring, rings one after another, each closed by its first vertex. */
  readonly vertices: Int32Array;
  /** Where each ring begins in `vertices`, and after the last where it ends. */
  readonly ringStart: Int32Array;
  /** The area that each ring belongs to, by index. */
  readonly ringArea: Int32Array;
  readonly areaCount: number;
}

/**
 * Reads positions into one table of vertices. Either winding is taken: a ring's role says which way it must run.
 * Repeated positions are skipped, and so are rings of fewer than three different ones.
 */
export function normalizeRings({ lonLat, ...drawn }: LayerCoordinates): LayerRings {
  const ids = vertexIds(lonLat);
  const vertices = new Int32Array(lonLat.length / 2 + drawn.ringArea.length);
  const ringStart = new Int32Array(drawn.ringArea.length + 1);
  const ringArea = new Int32Array(drawn.ringArea.length);
  let ringCount = 0;
  let end = 0;
  for (let ring = 0; ring < drawn.ringArea.length; ring++) {
    const start = end;
    const last = drawn.ringStart[ring + 1];
    let before = -1;
    for (let i = drawn.ringStart[ring]; i < last; i++) {
      const id = ids.idOf(i, before);
      if (id === before) continue;
      vertices[end++] = id;
      before = id;
    }
    while (end > start + 1 && vertices[end - 1] === vertices[start]) end--;
    if (end - start < 3) {
      end = start;
      continue;
    }
    vertices[end++] = vertices[start];
    const isHole = drawn.ringIsHole[ring] === 1;
    const part = vertices.subarray(start, end);
    if (isCounterclockwise(lonLat, part) === isHole) part.reverse();
    ringArea[ringCount] = drawn.ringArea[ring];
    ringCount++;
    ringStart[ringCount] = end;
  }
  return {
    lonLat,
    vertices: vertices.subarray(0, end),
    ringStart: ringStart.subarray(0, ringCount + 1),
    ringArea: ringArea.subarray(0, ringCount),
    areaCount: drawn.areaCount,
  };
}

// The sign of the shoelace sum, in degrees: the plane stretches them but turns nothing over.
function isCounterclockwise(lonLat: Float64Array, ring: Int32Array): boolean {
  const first = ring[0];
  const x0 = lonLat[2 * first];
  const y0 = lonLat[2 * first + 1];
  let twice = 0;
  let px = 0;
  let py = 0;
  for (let i = 1; i < ring.length; i++) {
    const vertex = ring[i];
    const x = lonLat[2 * vertex] - x0;
    const y = lonLat[2 * vertex + 1] - y0;
    twice += px * y - x * py;
    px = x;
    py = y;
  }
  return twice > 0;
}
