import Flatbush from "flatbush";
import { floatAt } from "../geometry/element.js";
import { isInTriangle } from "./in-triangle.js";

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

/** All vertices, longitude and latitude of each in turn. */
export function vertexIndex(lonLat: Float64Array): VertexIndex {
  const count = lonLat.length / 2;
  const tree = new Flatbush(Math.max(1, count));
  for (let i = 0; i < lonLat.length; i += 2) tree.add(floatAt(lonLat, i), floatAt(lonLat, i + 1));
  if (count === 0) tree.add(0, 0);
  tree.finish();
  const isThere = new Uint8Array(count).fill(1);
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
        (vertex) => {
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
