import Flatbush from "flatbush";
import { floatAt, intAt } from "../geometry/element.js";

/** The edges of arcs and the vertices they use, found by place: where they were when the network was made. */
export interface EdgeNetwork {
  readonly used: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly neighbours: readonly (readonly number[])[];
  readonly edgeTree: Flatbush;
  readonly vertexTree: Flatbush;
}

/** @param xy x and y of each vertex in turn */
export function edgeNetwork(arcs: readonly Int32Array[], xy: Float64Array): EdgeNetwork {
  const edgeCount = arcs.reduce((sum, arc) => sum + arc.length - 1, 0);
  const starts = new Int32Array(edgeCount);
  const ends = new Int32Array(edgeCount);
  const neighbours: number[][] = Array.from({ length: xy.length / 2 }, () => []);
  const edgeTree = new Flatbush(Math.max(1, edgeCount));
  let edge = 0;
  for (const arc of arcs) {
    for (let k = 1; k < arc.length; k++) {
      const [a, b] = [intAt(arc, k - 1), intAt(arc, k)];
      starts[edge] = a;
      ends[edge++] = b;
      neighbours[a]?.push(b);
      neighbours[b]?.push(a);
      const [ax, ay, bx, by] = [floatAt(xy, 2 * a), floatAt(xy, 2 * a + 1), floatAt(xy, 2 * b), floatAt(xy, 2 * b + 1)];
      edgeTree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
  }
  if (edgeCount === 0) edgeTree.add(0, 0);
  edgeTree.finish();
  const used = Int32Array.from(neighbours.keys()).filter((vertex) => neighbours[vertex]?.length !== 0);
  const vertexTree = new Flatbush(Math.max(1, used.length));
  for (const vertex of used) vertexTree.add(floatAt(xy, 2 * vertex), floatAt(xy, 2 * vertex + 1));
  if (used.length === 0) vertexTree.add(0, 0);
  vertexTree.finish();
  return { used, starts, ends, neighbours, edgeTree, vertexTree };
}
