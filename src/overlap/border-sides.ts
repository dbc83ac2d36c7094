import { intAt } from "../geometry/element.js";
import type { LayerRings } from "./layer-rings.js";

/** Nobody: the right-hand side of an edge on the outer border of a layer. */
export const OUTSIDE = -1;

/** An edge that is walked with its neighbour's ring, or that both sides of it belong to one area: not kept. */
export const NOT_KEPT = -2;

/**
 * The area to the right of each ring edge, by index, OUTSIDE or NOT_KEPT.
 *
 *      p │ q       the edge up p's ring and the edge down q's ring are one border:
 *        │         the first is kept, with q on its right; the second is not.
 *
 * Where more than two rings run along one edge (areas of a layer that overlap) each gets its own kept edge or partner;
 * the sum over all of them is right, and only the sum is ever used.
 */
export function rightSides(rings: LayerRings): Int32Array {
  const { vertices, ringStart, ringArea } = rings;
  const edgeCount = vertices.length;
  const right = new Int32Array(edgeCount).fill(OUTSIDE);

  // For each vertex a linked list of the edges that leave it and have no partner yet.
  const firstFrom = new Int32Array(rings.xy.length / 2).fill(-1);
  const nextFrom = new Int32Array(edgeCount);
  const areaOf = new Int32Array(edgeCount);
  const target = new Int32Array(edgeCount);
  for (let ring = 0; ring < ringArea.length; ring++) {
    const start = intAt(ringStart, ring);
    const end = intAt(ringStart, ring + 1);
    const area = intAt(ringArea, ring);
    for (let edge = start; edge < end; edge++) {
      const from = intAt(vertices, edge);
      const to = intAt(vertices, edge + 1 === end ? start : edge + 1);
      areaOf[edge] = area;
      target[edge] = to;

      let before = -1;
      let partner = intAt(firstFrom, to);
      while (partner !== -1 && intAt(target, partner) !== from) {
        before = partner;
        partner = intAt(nextFrom, partner);
      }
      if (partner === -1) {
        nextFrom[edge] = intAt(firstFrom, from);
        firstFrom[from] = edge;
        continue;
      }
      if (before === -1) firstFrom[to] = intAt(nextFrom, partner);
      else nextFrom[before] = intAt(nextFrom, partner);
      right[edge] = NOT_KEPT;
      right[partner] = intAt(areaOf, partner) === area ? NOT_KEPT : area;
    }
  }
  return right;
}
