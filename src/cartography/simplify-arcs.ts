import { isInTriangle } from "@coterminous/overlap";
import Flatbush from "flatbush";
import FlatQueue from "flatqueue";
import type { LayerTopology } from "../model/topology.js";
import type { ArcNetwork } from "./arc-network.js";
import { areaPreservation } from "./area-preservation.js";
import { floatAt, intAt } from "./typed-array.js";

/** How far to simplify. */
export interface SimplifyOptions {
  /** The target number of points between the ends of arcs; as few as possible when left out. */
  readonly maxPoints?: number;
  /** Points of at least this weight stay; no point stays for its weight when left out. */
  readonly minWeight?: number;
  /** The largest share of its size by which an area may grow or shrink. */
  readonly maxAreaChange: number;
}

/** Removes points from the arcs of a network, the least important first; each call continues where the last one stopped. */
export interface ArcSimplifier {
  /** The remaining vertices of each arc. */
  simplify(options: SimplifyOptions): Int32Array[];
}

/** How points are weighted. */
export interface WeightingOptions {
  /** x and y of each vertex in turn, in an equal-area plane or that of the map. */
  readonly xy: Float64Array;
  /**
   * SIZE: twice the area of a point's triangle over the square root of the smallest area that its arc bounds, so that the
   * City of London keeps its shape as well as Cumbria. SCREEN: twice the area of the triangle.
   */
  readonly weighting: "SIZE" | "SCREEN";
}

const MIN_RING_EDGES = 3; // of a closed arc: a triangle

/**
 * Simplifies arcs in Visvalingam's order and keeps areas valid, with three reasons to keep a point:
 *
 *         b           another point is in its triangle, so that the new edge a-c might cross or pass over something;
 *        / \          a-c is an edge already, or the arc is a triangle, so that a ring would collapse;
 *       / ? \         an area beside it would grow or shrink too much.
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
        // A point is queued again whenever a neighbour is removed; only its last entry counts.
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

/** A spatial index of the remaining vertices of a network. */
export interface VertexIndex {
  has(vertex: number): boolean;
  remove(vertex: number): void;
  /** Whether no vertex but a, b and c is in their triangle, or within rounding of it. */
  isTriangleEmpty(a: number, b: number, c: number): boolean;
}

// Square degrees, twice an area: a smaller triangle could flip by rounding in another unit. Any triangle on a grid of 1e7
// steps across England is larger.
const FLATNESS_TOLERANCE_DEG2 = 1e-13;
const SEARCH_MARGIN_DEG = 1e-9; // around a triangle, for vertices within rounding of it

/** Indexes the vertices of arcs; `lonLat` may have other vertices too. */
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
