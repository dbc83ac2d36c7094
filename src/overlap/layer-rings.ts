import type { Position } from "geojson";
import { floatAt, intAt } from "../geometry/element.js";
import { type EqualAreaPlane, planeX, planeY } from "../geometry/equal-area-plane.js";
import type { Boundary } from "../model/boundary.js";
import { vertexIds } from "./vertex-ids.js";

/** One area of a layer to be measured. */
export interface LayerArea {
  readonly code: string;
  readonly boundary: Boundary;
}

/** The rings of a whole layer over one table of vertices, wound so that the area lies to the left. */
export interface LayerRings {
  /** Longitude and latitude of each vertex in turn. */
  readonly lonLat: Float64Array;
  /** The same in the plane, metres. */
  readonly xy: Float64Array;
  /** The vertex at each place of each ring, rings one after another, not closed. */
  readonly vertices: Int32Array;
  /** Where each ring begins in `vertices`, and after the last where it ends. */
  readonly ringStart: Int32Array;
  /** The area that each ring belongs to, by index. */
  readonly ringArea: Int32Array;
  /** Square metres of each area. */
  readonly areaM2: Float64Array;
  readonly areaCount: number;
}

/**
 * Reads boundaries into one table of vertices. Either winding is taken: a ring's role says which way it must run.
 * Repeated positions are skipped, and so are rings of fewer than three different ones.
 */
export function layerRings(areas: readonly LayerArea[], plane: EqualAreaPlane): LayerRings {
  let most = 0;
  for (const { boundary } of areas) {
    for (const rings of polygonsOf(boundary)) for (const ring of rings) most += ring.length;
  }
  const ids = vertexIds(most);
  const vertices = new Int32Array(most);
  const ringStart: number[] = [];
  const ringArea: number[] = [];
  const ringIsHole: boolean[] = [];
  let end = 0;
  areas.forEach(({ boundary }, area) => {
    for (const rings of polygonsOf(boundary)) {
      for (let r = 0; r < rings.length; r++) {
        const start = end;
        for (const position of rings[r] as Position[]) {
          const id = ids.idOf(position[0] as number, position[1] as number);
          if (end === start || id !== vertices[end - 1]) vertices[end++] = id;
        }
        while (end > start + 1 && vertices[end - 1] === vertices[start]) end--;
        if (end - start < 3) {
          end = start;
          continue;
        }
        ringStart.push(start);
        ringArea.push(area);
        ringIsHole.push(r > 0);
      }
    }
  });
  ringStart.push(end);

  const lonLat = ids.positions();
  const xy = new Float64Array(lonLat.length);
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = planeX(plane, floatAt(lonLat, i));
    xy[i + 1] = planeY(plane, floatAt(lonLat, i + 1));
  }

  const areaM2 = new Float64Array(areas.length);
  ringArea.forEach((area, ring) => {
    const part = vertices.subarray(ringStart[ring], ringStart[ring + 1]);
    const ringM2 = signedAreaM2(xy, part);
    const isHole = ringIsHole[ring] === true;
    if (ringM2 > 0 === isHole) part.reverse();
    areaM2[area] = (areaM2[area] as number) + (isHole ? -Math.abs(ringM2) : Math.abs(ringM2));
  });
  return {
    lonLat,
    xy,
    vertices: vertices.subarray(0, end),
    ringStart: Int32Array.from(ringStart),
    ringArea: Int32Array.from(ringArea),
    areaM2,
    areaCount: areas.length,
  };
}

/** The polygons of a boundary, each as its rings, the outer one first. */
export function polygonsOf(boundary: Boundary): readonly Position[][][] {
  return boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates;
}

// The shoelace sum about the ring's first vertex, so that it is as exact far from the plane's middle as near it.
function signedAreaM2(xy: Float64Array, ring: Int32Array): number {
  const first = intAt(ring, 0);
  const x0 = floatAt(xy, 2 * first);
  const y0 = floatAt(xy, 2 * first + 1);
  let twice = 0;
  let px = 0;
  let py = 0;
  for (let i = 1; i < ring.length; i++) {
    const vertex = intAt(ring, i);
    const x = floatAt(xy, 2 * vertex) - x0;
    const y = floatAt(xy, 2 * vertex + 1) - y0;
    twice += px * y - x * py;
    px = x;
    py = y;
  }
  return twice / 2;
}
