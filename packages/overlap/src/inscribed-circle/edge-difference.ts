import { vertexIds } from "../index/coordinate-index.js";

/** Which edges of two outlines count as the same: those in the same direction, or in either direction. */
export type EdgeMatching = "DIRECTED" | "UNDIRECTED";

/**
 * The edges that only one of two outlines has. Layers that share borders share most of their edges.
 *
 * @param p x, y of the start and x, y of the end of each edge in turn; the result the same.
 * @param reachM maximum distance between the ends of edges that count as the same; 0 for equal ends only.
 */
export function edgeSymmetricDifference(
  p: Float64Array,
  q: Float64Array,
  matching: EdgeMatching,
  reachM: number,
): Float64Array {
  // Equal ends are found quickly, and leave few edges whose neighbours have to be searched.
  const exactDifference = edgeDifferences(p, q, matching, 0);
  const [ofP, ofQ] = reachM === 0 ? exactDifference : edgeDifferences(...exactDifference, matching, reachM);
  const both = new Float64Array(ofP.length + ofQ.length);
  both.set(ofP);
  both.set(ofQ, ofP.length);
  return both;
}

type TwoEdgeSets = readonly [p: Float64Array, q: Float64Array];

function edgeDifferences(p: Float64Array, q: Float64Array, matching: EdgeMatching, reachM: number): TwoEdgeSets {
  const ends = new Float64Array(p.length + q.length);
  ends.set(p);
  ends.set(q, p.length);
  const keys = edgeKeys(ends, p.length / 2, matching, reachM);
  const [ofP, ofQ] = [keys.subarray(0, p.length / 4), keys.subarray(p.length / 4)];
  return [subtractEdges(p, ofP, new Set(ofQ)), subtractEdges(q, ofQ, new Set(ofP))];
}

function subtractEdges(edges: Float64Array, keys: Float64Array, others: ReadonlySet<number>): Float64Array {
  return edges.filter((_, place) => !others.has(keys[place >> 2]));
}

// A number for each edge, the same wherever the edge occurs.
function edgeKeys(ends: Float64Array, endsOfP: number, matching: EdgeMatching, reachM: number): Float64Array {
  const vertices = snapVertices(ends, endsOfP, reachM);
  const keys = new Float64Array(ends.length / 4);
  for (let edge = 0; edge < keys.length; edge++) {
    const u = vertices[2 * edge];
    const v = vertices[2 * edge + 1];
    const isReversed = matching === "UNDIRECTED" && u > v;
    keys[edge] = isReversed ? v * ends.length + u : u * ends.length + v;
  }
  return keys;
}

/**
 * A number for the vertex at each position of two outlines: equal positions have the same, and a position of the second
 * outline has that of the first's nearest vertex where there is one within reach.
 *
 * @param xy x and y of each position in turn, metres; those of the first outline come first.
 * @param reachM metres; 0 for equal positions only.
 */
export function snapVertices(xy: Float64Array, firstCount: number, reachM: number): Int32Array {
  const count = xy.length / 2;
  const ids = vertexIds(xy);
  const vertices = new Int32Array(count);
  const grid = new Map<number, number[]>(); // the first outline's vertices by cells as wide as the reach
  for (let position = 0; position < count; position++) {
    const id = ids.idOf(position);
    if (id !== position) {
      vertices[position] = vertices[id];
      continue;
    }
    vertices[position] = id;
    if (reachM === 0) continue;
    if (position < firstCount) {
      const cell = cellOf(column(xy, id, reachM), row(xy, id, reachM));
      const cellVertices = grid.get(cell);
      if (cellVertices === undefined) grid.set(cell, [id]);
      else cellVertices.push(id);
    } else {
      vertices[position] = nearest(xy, id, grid, reachM) ?? id;
    }
  }
  return vertices;
}

function nearest(xy: Float64Array, of: number, grid: ReadonlyMap<number, readonly number[]>, reachM: number) {
  let found: number | null = null;
  let minDistanceM = reachM;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (const vertex of grid.get(cellOf(column(xy, of, reachM) + dx, row(xy, of, reachM) + dy)) ?? []) {
        const distanceM = Math.hypot(xy[2 * vertex] - xy[2 * of], xy[2 * vertex + 1] - xy[2 * of + 1]);
        if (distanceM > minDistanceM) continue;
        minDistanceM = distanceM;
        found = vertex;
      }
    }
  }
  return found;
}

function column(xy: Float64Array, vertex: number, widthM: number): number {
  return Math.floor(xy[2 * vertex] / widthM);
}

function row(xy: Float64Array, vertex: number, widthM: number): number {
  return Math.floor(xy[2 * vertex + 1] / widthM);
}

// Cells a metre wide number 4e7 each way around the Earth. Where two cells share a number, the distance separates their vertices.
const MAX_ROWS = 2 ** 27;

function cellOf(column: number, row: number): number {
  return column * MAX_ROWS + row;
}
