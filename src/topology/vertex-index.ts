import Flatbush from "flatbush";
import { floatAt, intAt } from "../geometry/element.js";
import { isInTriangle } from "../geometry/in-triangle.js";

/** The vertices that a network still has, found by place. */
export interface VertexIndex {
  has(vertex: number): boolean;
  remove(vertex: number): void;
  /** Whether no vertex but a, b and c themselves lies in the triangle between them, on it, or as good as on it. */
  isAlone(a: number, b: number, c: number): boolean;
}

// Square degrees, twice an area: so little that rounding in another unit could turn it over. Any triangle on a grid of
// 1e7 steps across England has more.
const AS_GOOD_AS_FLAT = 1e-13;
const MARGIN = 1e-9; // degrees, by which to look around a triangle for what is as good as on it

/** The vertices of arcs; `lonLat` has longitude and latitude of each in turn, and may have others too. */
export function vertexIndex(lonLat: Float64Array, arcs: readonly Int32Array[]): VertexIndex {
  const isThere = new Uint8Array(lonLat.length / 2);
  for (const arc of arcs) for (const vertex of arc) isThere[vertex] = 1;
  const used = Int32Array.from(isThere.keys()).filter((vertex) => isThere[vertex] === 1);
  const tree = new Flatbush(Math.max(1, used.length));
  for (const vertex of used) tree.add(floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1));
  if (used.length === 0) tree.add(0, 0);
  tree.finish();
  return {
    has: (vertex) => isThere[vertex] === 1,
    remove: (vertex) => {
      isThere[vertex] = 0;
    },
    isAlone: (a, b, c) => {
      const [ax, ay] = [floatAt(lonLat, 2 * a), floatAt(lonLat, 2 * a + 1)];
      const [bx, by] = [floatAt(lonLat, 2 * b), floatAt(lonLat, 2 * b + 1)];
      const [cx, cy] = [floatAt(lonLat, 2 * c), floatAt(lonLat, 2 * c + 1)];
      let isAlone = true;
      tree.search(
        Math.min(ax, bx, cx) - MARGIN,
        Math.min(ay, by, cy) - MARGIN,
        Math.max(ax, bx, cx) + MARGIN,
        Math.max(ay, by, cy) + MARGIN,
        (place) => {
          const vertex = intAt(used, place);
          if (isAlone && isThere[vertex] === 1 && vertex !== a && vertex !== b && vertex !== c) {
            const [x, y] = [floatAt(lonLat, 2 * vertex), floatAt(lonLat, 2 * vertex + 1)];
            isAlone = !isInTriangle(x, y, [ax, ay, bx, by, cx, cy], AS_GOOD_AS_FLAT);
          }
          return false;
        },
      );
      return isAlone;
    },
  };
}
