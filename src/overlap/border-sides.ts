import { intAt } from "../geometry/element.js";
import type { LayerRings } from "./layer-rings.js";

/** Nobody: the right-hand side of an edge on the outer border of a layer. */
export const OUTSIDE = -1;

/** An edge that is walked with its neighbour's ring, or that both sides of it belong to one area: not kept. */
export const NOT_KEPT = -2;

// While an edge waits for its partner its right side is this less its own area.
const WAITING = -3;

/**
 * The area to the right of each ring edge, by index, OUTSIDE or NOT_KEPT. An edge has the number of its first vertex's
 * place; at the place that closes a ring there is none.
 *
 *      p │ q       the edge up p's ring and the edge down q's ring are one border:
 *        │         the first is kept, with q on its right; the second is not.
 *
 * Where more than two rings run along one edge (areas of a layer that overlap) each gets its own kept edge or partner;
 * the sum over all of them is right, and only the sum is ever used.
 */
export function rightSides(rings: LayerRings): Int32Array {
  const { vertices, ringStart, ringArea } = rings;
  const right = new Int32Array(vertices.length);

  // For each vertex a linked list, of numbers from 1, of the edges that leave it and have no partner yet.
  const firstFrom = new Int32Array(rings.lonLat.length / 2);
  const nextFrom = new Int32Array(vertices.length);
  for (let ring = 0; ring < ringArea.length; ring++) {
    const end = intAt(ringStart, ring + 1) - 1;
    const area = intAt(ringArea, ring);
    for (let edge = intAt(ringStart, ring); edge < end; edge++) {
      const from = intAt(vertices, edge);
      const to = intAt(vertices, edge + 1);

      let before = -1;
      let partner = intAt(firstFrom, to) - 1;
      while (partner !== -1 && intAt(vertices, partner + 1) !== from) {
        before = partner;
        partner = intAt(nextFrom, partner) - 1;
      }
      if (partner === -1) {
        nextFrom[edge] = intAt(firstFrom, from);
        firstFrom[from] = edge + 1;
        right[edge] = WAITING - area;
        continue;
      }
      if (before === -1) firstFrom[to] = intAt(nextFrom, partner);
      else nextFrom[before] = intAt(nextFrom, partner);
      right[edge] = NOT_KEPT;
      right[partner] = WAITING - intAt(right, partner) === area ? NOT_KEPT : area;
    }
  }
  for (let edge = 0; edge < right.length; edge++) if (intAt(right, edge) <= WAITING) right[edge] = OUTSIDE;
  return right;
}
