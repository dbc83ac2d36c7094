import { isInTriangle } from "@coterminous/overlap";
import Flatbush from "flatbush";
import FlatQueue from "flatqueue";
import type { LayerTopology } from "../model/topology.js";
import type { ArcNetwork } from "./arc-network.js";
import { areaPreservation } from "./area-preservation.js";
import { floatAt, intAt } from "./typed-array.js";

/** How far to thin. */
export interface SimplifyOptions {
  /** How many points may be left between the ends of arcs; as few as can be when left out. */
  readonly maxPoints?: number;
  /** Points that weigh at least this stay; none does for its weight when left out. */
  readonly minWeight?: number;
  /** By what share of its size an area may grow or shrink. */
  readonly maxAreaChange: number;
}

/** Takes points from the arcs of a network, the least important first; each call goes on from where the last one stopped. */
export interface ArcSimplifier {
  /** The vertices left along each arc. */
  simplify(options: SimplifyOptions): Int32Array[];
}

/** What points weigh. */
export interface WeightingOptions {
  /** x and y of each vertex in turn, in a plane where areas are true, or as true as the map's that is drawn. */
  readonly xy: Float64Array;
  /**
   * BY_SIZE: twice a point's triangle against the square root of the smallest area that its arc bounds, so that the City of
   * London keeps its shape as well as Cumbria. AS_SEEN: twice the triangle alone.
   */
  readonly weighting: "SIZE" | "SCREEN";
}

const MIN_RING_EDGES = 3; // of an arc that closes on itself: a triangle

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
export function arcSimplifier(
  topology: LayerTopology,
  { lonLat, arcs, isJunction }: ArcNetwork,
  { xy, weighting }: WeightingOptions,
): ArcSimplifier {
  const preservation = areaPreservation(topology, arcs, xy);
  const vertices = vertexIndex(lonLat, arcs);
  const before = new Int32Array(isJunction.length);
  const after = new Int32Array(isJunction.length);
  const arcOf = new Int32Array(isJunction.length);
  const edgeCounts = Int32Array.from(arcs, (arc) => arc.length - 1);
  const existingEdges = new Set<number>();
  const edgeKey = (a: number, c: number) => Math.min(a, c) * isJunction.length + Math.max(a, c);
  const isInner = (vertex: number) => isJunction[vertex] === 0;
  const isClosed = Uint8Array.from(arcs, (arc) => Number(arc[0] === arc.at(-1)));

  let innerCount = 0;
  for (const [arc, line] of arcs.entries()) {
    for (let k = 0; k < line.length; k++) {
      const vertex = intAt(line, k);
      if (k > 0 && !isInner(vertex) && !isInner(intAt(line, k - 1)))
        existingEdges.add(edgeKey(vertex, intAt(line, k - 1)));
      if (!isInner(vertex)) continue;
      innerCount++;
      arcOf[vertex] = arc;
      before[vertex] = intAt(line, k - 1);
      after[vertex] = intAt(line, k + 1);
    }
  }

  const doubleTriangle = (b: number) => doubleArea(xy, intAt(before, b), b, intAt(after, b));
  const weights = new Float64Array(isJunction.length);
  const queue = new FlatQueue<number>();
  const enqueue = (vertex: number, lowerBound: number) => {
    const scale = weighting === "SCREEN" ? 1 : Math.sqrt(floatAt(preservation.smallestByArc, intAt(arcOf, vertex)));
    weights[vertex] = Math.max(lowerBound, Math.abs(doubleTriangle(vertex)) / scale);
    queue.push(vertex, floatAt(weights, vertex));
  };
  for (let vertex = 0; vertex < isJunction.length; vertex++) if (isInner(vertex)) enqueue(vertex, 0);

  const isRemovable = (b: number, maxAreaChange: number): boolean => {
    const [a, c, arc] = [intAt(before, b), intAt(after, b), intAt(arcOf, b)];
    if (a === c || (isClosed[arc] === 1 && intAt(edgeCounts, arc) <= MIN_RING_EDGES)) return false;
    if (!isInner(a) && !isInner(c) && existingEdges.has(edgeKey(a, c))) return false;
    return preservation.allows(arc, -doubleTriangle(b), maxAreaChange) && vertices.isTriangleEmpty(a, b, c);
  };
  const remove = (b: number, weight: number) => {
    const [a, c, arc] = [intAt(before, b), intAt(after, b), intAt(arcOf, b)];
    preservation.add(arc, -doubleTriangle(b));
    vertices.remove(b);
    edgeCounts[arc] = intAt(edgeCounts, arc) - 1;
    innerCount--;
    if (isInner(a)) after[a] = c;
    if (isInner(c)) before[c] = a;
    if (isInner(a)) enqueue(a, weight);
    if (isInner(c)) enqueue(c, weight);
    if (!isInner(a) && !isInner(c)) existingEdges.add(edgeKey(a, c));
  };

  return {
    simplify: ({ maxPoints = 0, minWeight = Infinity, maxAreaChange }) => {
      const blocked: number[] = [];
      while (innerCount > maxPoints) {
        const weight = queue.peekValue();
        if (weight === undefined || weight >= minWeight) break;
        const vertex = queue.pop();
        if (vertex === undefined) break;
        // A point is queued again whenever a neighbour goes; only its last place counts.
        if (!vertices.has(vertex) || weight !== floatAt(weights, vertex)) continue;
        if (isRemovable(vertex, maxAreaChange)) remove(vertex, weight);
        else blocked.push(vertex);
      }
      for (const vertex of blocked) if (vertices.has(vertex)) queue.push(vertex, floatAt(weights, vertex));
      return arcs.map((arc) => arc.filter((vertex) => vertices.has(vertex)));
    },
  };
}

// Positive when b lies to the right of a -> c.
function doubleArea(xy: Float64Array, a: number, b: number, c: number): number {
  const [ax, ay] = [floatAt(xy, 2 * a), floatAt(xy, 2 * a + 1)];
  const [bx, by] = [floatAt(xy, 2 * b) - ax, floatAt(xy, 2 * b + 1) - ay];
  const [cx, cy] = [floatAt(xy, 2 * c) - ax, floatAt(xy, 2 * c + 1) - ay];
  return bx * cy - by * cx;
}

/** The vertices that a network still has, found by place. */
export interface VertexIndex {
  has(vertex: number): boolean;
  remove(vertex: number): void;
  /** Whether no vertex but a, b and c themselves lies in the triangle between them, on it, or as good as on it. */
  isTriangleEmpty(a: number, b: number, c: number): boolean;
}

// Square degrees, twice an area: so little that rounding in another unit could turn it over. Any triangle on a grid of
// 1e7 steps across England has more.
const FLATNESS_TOLERANCE_DEG2 = 1e-13;
const SEARCH_MARGIN_DEG = 1e-9; // degrees, by which to look around a triangle for what is as good as on it

/** The vertices of arcs; `lonLat` has longitude and latitude of each in turn, and may have others too. */
export function vertexIndex(lonLat: Float64Array, arcs: readonly Int32Array[]): VertexIndex {
  const isPresent = new Uint8Array(lonLat.length / 2);
  for (const arc of arcs) for (const vertex of arc) isPresent[vertex] = 1;
  const used = Int32Array.from(isPresent.keys()).filter((vertex) => isPresent[vertex] === 1);
  const tree = new Flatbush(Math.max(1, used.length));
  for (const vertex of used) tree.add(floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1));
  if (used.length === 0) tree.add(0, 0);
  tree.finish();
  return {
    has: (vertex) => isPresent[vertex] === 1,
    remove: (vertex) => {
      isPresent[vertex] = 0;
    },
    isTriangleEmpty: (a, b, c) => {
      const [ax, ay] = [floatAt(lonLat, 2 * a), floatAt(lonLat, 2 * a + 1)];
      const [bx, by] = [floatAt(lonLat, 2 * b), floatAt(lonLat, 2 * b + 1)];
      const [cx, cy] = [floatAt(lonLat, 2 * c), floatAt(lonLat, 2 * c + 1)];
      let isTriangleEmpty = true;
      tree.search(
        Math.min(ax, bx, cx) - SEARCH_MARGIN_DEG,
        Math.min(ay, by, cy) - SEARCH_MARGIN_DEG,
        Math.max(ax, bx, cx) + SEARCH_MARGIN_DEG,
        Math.max(ay, by, cy) + SEARCH_MARGIN_DEG,
        (place) => {
          const vertex = intAt(used, place);
          if (isTriangleEmpty && isPresent[vertex] === 1 && vertex !== a && vertex !== b && vertex !== c) {
            const [x, y] = [floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1)];
            isTriangleEmpty = !isInTriangle(x, y, [ax, ay, bx, by, cx, cy], FLATNESS_TOLERANCE_DEG2);
          }
          return false;
        },
      );
      return isTriangleEmpty;
    },
  };
}
