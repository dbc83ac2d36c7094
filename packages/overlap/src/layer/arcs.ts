import { type EqualAreaProjection, projectX, projectY } from "../projection/cylindrical-equal-area.js";
import type { LayerRings } from "./normalize-rings.js";

/** Nobody: the right-hand side of an edge on the outer border of a layer. */
export const OUTSIDE = -1;

/** An edge that is walked with its neighbour's ring, or that both sides of it belong to one area: not kept. */
export const INTERIOR = -2;

// While an edge waits for its partner its right side is this less its own area.
const UNPAIRED = -3;

/**
 * The area to the right of each ring edge, by index, OUTSIDE or INTERIOR. An edge has the number of its first vertex's
 * place; at the place that closes a ring there is none.
 *
 *      p │ q       the edge up p's ring and the edge down q's ring are one border:
 *        │         the first is kept, with q on its right; the second is not.
 *
 * Where more than two rings run along one edge (areas of a layer that overlap) each gets its own kept edge or partner;
 * the sum over all of them is right, and only the sum is ever used.
 */
export function rightAreas(rings: LayerRings): Int32Array {
  const { vertices, ringStart, ringArea } = rings;
  const right = new Int32Array(vertices.length);

  // For each vertex a linked list, of numbers from 1, of the edges that leave it and have no partner yet.
  const firstFrom = new Int32Array(rings.lonLat.length / 2);
  const nextFrom = new Int32Array(vertices.length);
  for (let ring = 0; ring < ringArea.length; ring++) {
    const end = ringStart[ring + 1] - 1;
    const area = ringArea[ring];
    for (let edge = ringStart[ring]; edge < end; edge++) {
      const from = vertices[edge];
      const to = vertices[edge + 1];

      let before = -1;
      let partner = firstFrom[to] - 1;
      while (partner !== -1 && vertices[partner + 1] !== from) {
        before = partner;
        partner = nextFrom[partner] - 1;
      }
      if (partner === -1) {
        nextFrom[edge] = firstFrom[from];
        firstFrom[from] = edge + 1;
        right[edge] = UNPAIRED - area;
        continue;
      }
      if (before === -1) firstFrom[to] = nextFrom[partner];
      else nextFrom[before] = nextFrom[partner];
      right[edge] = INTERIOR;
      right[partner] = UNPAIRED - right[partner] === area ? INTERIOR : area;
    }
  }
  for (let edge = 0; edge < right.length; edge++) if (right[edge] <= UNPAIRED) right[edge] = OUTSIDE;
  return right;
}

// An arc's sums are taken about its first point: short arcs keep more digits, and each costs one location.
const MAX_ARC_EDGES = 256;

/**
 * The borders of a layer, each once: runs of edges with the same area on the left and the same (or nobody) on the right.
 * Points are numbered through all arcs; point k to k + 1 is an edge unless k is the last of its arc.
 */
export interface Arcs {
  readonly count: number;
  /** The first point of each arc, and after the last the number of points. */
  readonly firstPoint: Int32Array;
  /** Areas by index; the right one may be OUTSIDE. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Plane metres, x and y of each point in turn. */
  readonly xy: Float64Array;
  /** The vertex at each point, and longitude and latitude of each vertex in turn, degrees as read. */
  readonly vertex: Int32Array;
  readonly lonLat: Float64Array;
  /** Integral of (x - x of the arc's first point) dy from that point to each point, square metres. */
  readonly integral: Float64Array;
}

/** Cuts the rings of a layer into arcs, laid into a projection. */
export function buildArcs(rings: LayerRings, right: Int32Array, projection: EqualAreaProjection): Arcs {
  const runs = edgeRuns(rings, right);
  const count = runs.firstEdge.length;
  const firstPoint = new Int32Array(count + 1);
  for (let arc = 0; arc < count; arc++) {
    firstPoint[arc + 1] = firstPoint[arc] + runs.edgeCount[arc] + 1;
  }
  const pointCount = firstPoint[count];
  const xy = new Float64Array(2 * pointCount);
  const vertexAt = new Int32Array(pointCount);
  const integral = new Float64Array(pointCount);
  const left = new Int32Array(count);
  const rightOf = new Int32Array(count);
  for (let arc = 0; arc < count; arc++) {
    const ring = runs.ring[arc];
    const ringFirst = rings.ringStart[ring];
    const ringEnd = rings.ringStart[ring + 1] - 1;
    let edge = runs.firstEdge[arc];
    left[arc] = rings.ringArea[ring];
    rightOf[arc] = right[edge];

    const first = firstPoint[arc];
    const end = firstPoint[arc + 1];
    let originX = 0;
    let beforeX = 0;
    let beforeY = 0;
    let sum = 0;
    for (let point = first; point < end; point++) {
      const vertex = rings.vertices[edge];
      const x = projectX(projection, rings.lonLat[2 * vertex]);
      const y = projectY(projection, rings.lonLat[2 * vertex + 1]);
      if (point === first) originX = x;
      else sum += ((beforeX + (x - originX)) / 2) * (y - beforeY);
      beforeX = x - originX;
      beforeY = y;
      xy[2 * point] = x;
      xy[2 * point + 1] = y;
      vertexAt[point] = vertex;
      integral[point] = sum;
      if (++edge === ringEnd) edge = ringFirst;
    }
  }
  return { count, firstPoint, left, right: rightOf, xy, vertex: vertexAt, lonLat: rings.lonLat, integral };
}

/** Degrees of a point. */
export function lonLatOf({ vertex, lonLat }: Arcs, point: number): readonly [lon: number, lat: number] {
  const place = 2 * vertex[point];
  return [lonLat[place], lonLat[place + 1]];
}

/** Visits the edges of a layer's outline, each with the area on its left and the number of its first point. */
export function forEachOuterEdge(
  { count, firstPoint, left, right }: Arcs,
  visit: (area: number, point: number) => void,
): void {
  for (let arc = 0; arc < count; arc++) {
    if (right[arc] !== OUTSIDE) continue;
    for (let point = firstPoint[arc]; point < firstPoint[arc + 1] - 1; point++) visit(left[arc], point);
  }
}

interface Runs {
  readonly ring: number[];
  readonly firstEdge: number[];
  readonly edgeCount: number[];
}

// Runs of edges of a ring with one neighbour; a run may pass the place where the ring was opened.
function edgeRuns({ ringStart, ringArea }: LayerRings, right: Int32Array): Runs {
  const runs: Runs = { ring: [], firstEdge: [], edgeCount: [] };
  for (let ring = 0; ring < ringArea.length; ring++) {
    const start = ringStart[ring];
    const size = ringStart[ring + 1] - 1 - start;
    let cursor = start;
    while (cursor < start + size && right[cursor] === right[cursor === start ? start + size - 1 : cursor - 1]) cursor++;
    const offset = cursor - start === size ? 0 : cursor - start;
    for (let done = 0; done < size; ) {
      const firstEdge = start + ((offset + done) % size);
      const neighbour = right[firstEdge];
      let length = 1;
      while (
        done + length < size &&
        (length < MAX_ARC_EDGES || neighbour === INTERIOR) &&
        right[start + ((offset + done + length) % size)] === neighbour
      ) {
        length++;
      }
      if (neighbour !== INTERIOR) {
        runs.ring.push(ring);
        runs.firstEdge.push(firstEdge);
        runs.edgeCount.push(length);
      }
      done += length;
    }
  }
  return runs;
}

/** Square metres of each area that arcs bound: what lies to the left of its border, holes taken out. */
export function integrateAreasM2(
  { count, firstPoint, left, right, xy, integral }: Arcs,
  areaCount: number,
): Float64Array {
  const areaM2 = new Float64Array(areaCount);
  // Each area's integral of x dy is taken about the first of its arcs: any place would do, a near one keeps more digits.
  const middleX = new Float64Array(areaCount).fill(Number.NaN);
  const add = (area: number, sign: 1 | -1, arc: number): void => {
    const first = firstPoint[arc];
    const last = firstPoint[arc + 1] - 1;
    const originX = xy[2 * first];
    if (Number.isNaN(middleX[area])) middleX[area] = originX;
    const rise = xy[2 * last + 1] - xy[2 * first + 1];
    const wholeM2 = integral[last] + (originX - middleX[area]) * rise;
    areaM2[area] = areaM2[area] + sign * wholeM2;
  };
  for (let arc = 0; arc < count; arc++) {
    add(left[arc], 1, arc);
    if (right[arc] !== OUTSIDE) add(right[arc], -1, arc);
  }
  return areaM2;
}
