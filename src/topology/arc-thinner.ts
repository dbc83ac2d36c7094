import FlatQueue from "flatqueue";
import { floatAt, intAt } from "../geometry/element.js";
import type { LayerTopology } from "../model/topology.js";
import type { ArcNetwork } from "./arc-network.js";
import { areaBalance } from "./area-balance.js";
import { vertexIndex } from "./vertex-index.js";

/** How far to thin. */
export interface ThinningOptions {
  /** How many points may be left between the ends of arcs; as few as can be when left out. */
  readonly mostPoints?: number;
  /** Points that weigh at least this stay; none does for its weight when left out. */
  readonly leastKeptWeight?: number;
  /** By what share of its size an area may grow or shrink. */
  readonly mostDrift: number;
}

/** Takes points from the arcs of a network, the least important first; each call goes on from where the last one stopped. */
export interface ArcThinner {
  /** The vertices left along each arc. */
  thin(options: ThinningOptions): Int32Array[];
}

/** What points weigh. */
export interface WeighingOptions {
  /** x and y of each vertex in turn, in a plane where areas are true, or as true as the map's that is drawn. */
  readonly xy: Float64Array;
  /**
   * BY_SIZE: twice a point's triangle against the square root of the smallest area that its arc bounds, so that the City of
   * London keeps its shape as well as Cumbria. AS_SEEN: twice the triangle alone.
   */
  readonly weighing: "BY_SIZE" | "AS_SEEN";
}

const LEAST_EDGES = 3; // of an arc that closes on itself: a triangle

/**
 * Thins arcs so that what bounded areas still does: Visvalingam's order, with three reasons to keep a point.
 *
 *         b           It stays when another point lies in its triangle, for then the line that is left, a-c, might
 *        / \          cross or pass over something; when a-c is drawn already, or the arc is a triangle, so that no
 *       / ? \         ring ever collapses; and when an area beside it would grow or shrink too much.
 *     a ----- c       Edges that did not touch before do not touch after, and no island changes sides.
 *
 * @see M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points" (1993)
 */
export function arcThinner(
  topology: LayerTopology,
  { lonLat, arcs, isJoint }: ArcNetwork,
  { xy, weighing }: WeighingOptions,
): ArcThinner {
  const balance = areaBalance(topology, arcs, xy);
  const vertices = vertexIndex(lonLat, arcs);
  const before = new Int32Array(isJoint.length);
  const after = new Int32Array(isJoint.length);
  const arcOf = new Int32Array(isJoint.length);
  const edgeCounts = Int32Array.from(arcs, (arc) => arc.length - 1);
  const drawn = new Set<number>();
  const edgeKey = (a: number, c: number) => Math.min(a, c) * isJoint.length + Math.max(a, c);
  const isInner = (vertex: number) => isJoint[vertex] === 0;
  const isClosed = Uint8Array.from(arcs, (arc) => Number(arc[0] === arc.at(-1)));

  let innerCount = 0;
  for (const [arc, line] of arcs.entries()) {
    for (let k = 0; k < line.length; k++) {
      const vertex = intAt(line, k);
      if (k > 0 && !isInner(vertex) && !isInner(intAt(line, k - 1))) drawn.add(edgeKey(vertex, intAt(line, k - 1)));
      if (!isInner(vertex)) continue;
      innerCount++;
      arcOf[vertex] = arc;
      before[vertex] = intAt(line, k - 1);
      after[vertex] = intAt(line, k + 1);
    }
  }

  const twiceTriangle = (b: number) => twiceArea(xy, intAt(before, b), b, intAt(after, b));
  const weights = new Float64Array(isJoint.length);
  const queue = new FlatQueue<number>();
  const enqueue = (vertex: number, least: number) => {
    const scale = weighing === "AS_SEEN" ? 1 : Math.sqrt(floatAt(balance.smallestByArc, intAt(arcOf, vertex)));
    weights[vertex] = Math.max(least, Math.abs(twiceTriangle(vertex)) / scale);
    queue.push(vertex, floatAt(weights, vertex));
  };
  for (let vertex = 0; vertex < isJoint.length; vertex++) if (isInner(vertex)) enqueue(vertex, 0);

  const mayGo = (b: number, mostDrift: number): boolean => {
    const [a, c, arc] = [intAt(before, b), intAt(after, b), intAt(arcOf, b)];
    if (a === c || (isClosed[arc] === 1 && intAt(edgeCounts, arc) <= LEAST_EDGES)) return false;
    if (!isInner(a) && !isInner(c) && drawn.has(edgeKey(a, c))) return false;
    return balance.allows(arc, -twiceTriangle(b), mostDrift) && vertices.isAlone(a, b, c);
  };
  const remove = (b: number, weight: number) => {
    const [a, c, arc] = [intAt(before, b), intAt(after, b), intAt(arcOf, b)];
    balance.add(arc, -twiceTriangle(b));
    vertices.remove(b);
    edgeCounts[arc] = intAt(edgeCounts, arc) - 1;
    innerCount--;
    if (isInner(a)) after[a] = c;
    if (isInner(c)) before[c] = a;
    if (isInner(a)) enqueue(a, weight);
    if (isInner(c)) enqueue(c, weight);
    if (!isInner(a) && !isInner(c)) drawn.add(edgeKey(a, c));
  };

  return {
    thin: ({ mostPoints = 0, leastKeptWeight = Infinity, mostDrift }) => {
      const kept: number[] = [];
      while (innerCount > mostPoints) {
        const weight = queue.peekValue();
        if (weight === undefined || weight >= leastKeptWeight) break;
        const vertex = queue.pop();
        if (vertex === undefined) break;
        // A point is queued again whenever a neighbour goes; only its last place counts.
        if (!vertices.has(vertex) || weight !== floatAt(weights, vertex)) continue;
        if (mayGo(vertex, mostDrift)) remove(vertex, weight);
        else kept.push(vertex);
      }
      for (const vertex of kept) if (vertices.has(vertex)) queue.push(vertex, floatAt(weights, vertex));
      return arcs.map((arc) => arc.filter((vertex) => vertices.has(vertex)));
    },
  };
}

// Positive when b lies to the right of a -> c.
function twiceArea(xy: Float64Array, a: number, b: number, c: number): number {
  const [ax, ay] = [floatAt(xy, 2 * a), floatAt(xy, 2 * a + 1)];
  const [bx, by] = [floatAt(xy, 2 * b) - ax, floatAt(xy, 2 * b + 1) - ay];
  const [cx, cy] = [floatAt(xy, 2 * c) - ax, floatAt(xy, 2 * c + 1) - ay];
  return bx * cy - by * cx;
}
