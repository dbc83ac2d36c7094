import Flatbush from "flatbush";
import { floatAt, intAt } from "../geometry/element.js";

/** The edges of arcs and the vertices they use, found by place: where they were when the network was made. */
export interface EdgeNetwork {
  readonly used: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The other ends of each vertex's edges, one vertex after another, and where each vertex's begin. */
  readonly neighbours: Int32Array;
  readonly firstNeighbour: Int32Array;
  readonly edgeTree: Flatbush;
  readonly vertexTree: Flatbush;
}

/** @param xy x and y of each vertex in turn */
export function edgeNetwork(arcs: readonly Int32Array[], xy: Float64Array): EdgeNetwork {
  const edgeCount = arcs.reduce((sum, arc) => sum + arc.length - 1, 0);
  const starts = new Int32Array(edgeCount);
  const ends = new Int32Array(edgeCount);
  const edgeTree = new Flatbush(Math.max(1, edgeCount));
  let edge = 0;
  for (const arc of arcs) {
    for (let k = 1; k < arc.length; k++) {
      const [a, b] = [intAt(arc, k - 1), intAt(arc, k)];
      starts[edge] = a;
      ends[edge++] = b;
      const [ax, ay, bx, by] = [floatAt(xy, 2 * a), floatAt(xy, 2 * a + 1), floatAt(xy, 2 * b), floatAt(xy, 2 * b + 1)];
      edgeTree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
  }
  if (edgeCount === 0) edgeTree.add(0, 0);
  edgeTree.finish();
  const { neighbours, firstNeighbour } = neighboursOf(starts, ends, xy.length / 2);
  const used = usedVertices(firstNeighbour);
  const vertexTree = new Flatbush(Math.max(1, used.length));
  for (const vertex of used) vertexTree.add(floatAt(xy, 2 * vertex), floatAt(xy, 2 * vertex + 1));
  if (used.length === 0) vertexTree.add(0, 0);
  vertexTree.finish();
  return { used, starts, ends, neighbours, firstNeighbour, edgeTree, vertexTree };
}

function neighboursOf(starts: Int32Array, ends: Int32Array, vertexCount: number) {
  const firstNeighbour = new Int32Array(vertexCount + 1);
  for (const side of [starts, ends]) {
    for (const vertex of side) firstNeighbour[vertex + 1] = intAt(firstNeighbour, vertex + 1) + 1;
  }
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    firstNeighbour[vertex + 1] = intAt(firstNeighbour, vertex) + intAt(firstNeighbour, vertex + 1);
  }
  const neighbours = new Int32Array(2 * starts.length);
  const next = firstNeighbour.slice();
  const add = (vertex: number, neighbour: number) => {
    const place = intAt(next, vertex);
    neighbours[place] = neighbour;
    next[vertex] = place + 1;
  };
  for (let edge = 0; edge < starts.length; edge++) {
    add(intAt(starts, edge), intAt(ends, edge));
    add(intAt(ends, edge), intAt(starts, edge));
  }
  return { neighbours, firstNeighbour };
}

function usedVertices(firstNeighbour: Int32Array): Int32Array {
  const used = new Int32Array(firstNeighbour.length - 1);
  let count = 0;
  for (let vertex = 0; vertex < used.length; vertex++) {
    if (intAt(firstNeighbour, vertex) < intAt(firstNeighbour, vertex + 1)) used[count++] = vertex;
  }
  return used.slice(0, count);
}
