import { floatAt, intAt } from "../geometry/element.js";
import { type EqualAreaPlane, planeX, planeY } from "../geometry/equal-area-plane.js";
import { NOT_KEPT } from "./border-sides.js";
import type { LayerRings } from "./layer-rings.js";

// A chain's sums are taken about its first point: short chains keep more digits, and each costs one location.
const MOST_EDGES = 256;

/**
 * The borders of a layer, each once: runs of edges with the same area on the left and the same (or nobody) on the right.
 * Points are numbered through all chains; point k to k + 1 is an edge unless k is the last of its chain.
 */
export interface Chains {
  readonly count: number;
  /** The first point of each chain, and after the last the number of points. */
  readonly firstPoint: Int32Array;
  /** Areas by index; the right one may be OUTSIDE. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Plane metres, x and y of each point in turn. */
  readonly xy: Float64Array;
  /** The vertex at each point, and longitude and latitude of each vertex in turn, degrees as read. */
  readonly vertex: Int32Array;
  readonly lonLat: Float64Array;
  /** Integral of (x - x of the chain's first point) dy from that point to each point, square metres. */
  readonly integral: Float64Array;
}

/** Cuts the rings of a layer into chains, laid into a plane. */
export function chainsOf(rings: LayerRings, right: Int32Array, plane: EqualAreaPlane): Chains {
  const runs = runsOf(rings, right);
  const count = runs.firstEdge.length;
  const firstPoint = new Int32Array(count + 1);
  for (let chain = 0; chain < count; chain++) {
    firstPoint[chain + 1] = intAt(firstPoint, chain) + (runs.edgeCount[chain] as number) + 1;
  }
  const pointCount = intAt(firstPoint, count);
  const xy = new Float64Array(2 * pointCount);
  const vertexAt = new Int32Array(pointCount);
  const integral = new Float64Array(pointCount);
  const left = new Int32Array(count);
  const rightOf = new Int32Array(count);
  for (let chain = 0; chain < count; chain++) {
    const ring = runs.ring[chain] as number;
    const ringFirst = intAt(rings.ringStart, ring);
    const ringEnd = intAt(rings.ringStart, ring + 1) - 1;
    let edge = runs.firstEdge[chain] as number;
    left[chain] = intAt(rings.ringArea, ring);
    rightOf[chain] = intAt(right, edge);

    const first = intAt(firstPoint, chain);
    const end = intAt(firstPoint, chain + 1);
    let originX = 0;
    let beforeX = 0;
    let beforeY = 0;
    let sum = 0;
    for (let point = first; point < end; point++) {
      const vertex = intAt(rings.vertices, edge);
      const x = planeX(plane, floatAt(rings.lonLat, 2 * vertex));
      const y = planeY(plane, floatAt(rings.lonLat, 2 * vertex + 1));
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
export function lonLatOf({ vertex, lonLat }: Chains, point: number): readonly [lon: number, lat: number] {
  const place = 2 * intAt(vertex, point);
  return [floatAt(lonLat, place), floatAt(lonLat, place + 1)];
}

interface Runs {
  readonly ring: number[];
  readonly firstEdge: number[];
  readonly edgeCount: number[];
}

// Runs of edges of a ring with one neighbour; a run may pass the place where the ring was opened.
function runsOf({ ringStart, ringArea }: LayerRings, right: Int32Array): Runs {
  const runs: Runs = { ring: [], firstEdge: [], edgeCount: [] };
  for (let ring = 0; ring < ringArea.length; ring++) {
    const start = intAt(ringStart, ring);
    const size = intAt(ringStart, ring + 1) - 1 - start;
    let turn = start;
    while (turn < start + size && intAt(right, turn) === intAt(right, turn === start ? start + size - 1 : turn - 1))
      turn++;
    const opening = turn - start === size ? 0 : turn - start;
    for (let done = 0; done < size; ) {
      const firstEdge = start + ((opening + done) % size);
      const neighbour = intAt(right, firstEdge);
      let length = 1;
      while (
        done + length < size &&
        (length < MOST_EDGES || neighbour === NOT_KEPT) &&
        intAt(right, start + ((opening + done + length) % size)) === neighbour
      ) {
        length++;
      }
      if (neighbour !== NOT_KEPT) {
        runs.ring.push(ring);
        runs.firstEdge.push(firstEdge);
        runs.edgeCount.push(length);
      }
      done += length;
    }
  }
  return runs;
}
