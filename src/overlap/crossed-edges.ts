import { floatAt, intAt } from "../geometry/element.js";
import { CROSSED_IS_MOVED, crossing } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";

/**
 * Shows every two edges, one of each layer, that cross, the second layer being the one that is moved.
 *
 * @param visit gets both edges' chains and first points, and 1 where the first layer's edge goes from the right of the
 *   second's to its left, -1 the other way.
 */
export function crossedEdges(
  a: MeasuredLayer,
  b: MeasuredLayer,
  visit: (chainA: number, edgeA: number, chainB: number, edgeB: number, turn: -1 | 1) => void,
): void {
  const indexB = b.links.index;
  if (indexB === null) return;
  const boxesB = b.links.boxes;
  const xyA = a.chains.xy;
  const xyB = b.chains.xy;
  for (let linkA = 0; linkA < a.links.count; linkA++) {
    const west = floatAt(a.links.boxes, 4 * linkA);
    const south = floatAt(a.links.boxes, 4 * linkA + 1);
    const east = floatAt(a.links.boxes, 4 * linkA + 2);
    const north = floatAt(a.links.boxes, 4 * linkA + 3);
    const found = indexB.search(west, south, east, north);
    if (found.length === 0) continue;

    const toA = intAt(a.links.to, linkA);
    const chainA = intAt(a.links.chain, linkA);
    for (let k = intAt(a.links.from, linkA); k < toA; k++) {
      const px = floatAt(xyA, 2 * k);
      const py = floatAt(xyA, 2 * k + 1);
      const qx = floatAt(xyA, 2 * k + 2);
      const qy = floatAt(xyA, 2 * k + 3);
      const edgeWest = px < qx ? px : qx;
      const edgeEast = px < qx ? qx : px;
      const edgeSouth = py < qy ? py : qy;
      const edgeNorth = py < qy ? qy : py;
      for (const linkB of found) {
        if (
          edgeWest > floatAt(boxesB, 4 * linkB + 2) ||
          edgeEast < floatAt(boxesB, 4 * linkB) ||
          edgeSouth > floatAt(boxesB, 4 * linkB + 3) ||
          edgeNorth < floatAt(boxesB, 4 * linkB + 1)
        ) {
          continue;
        }
        const toB = intAt(b.links.to, linkB);
        let j = intAt(b.links.from, linkB);
        let ex = floatAt(xyB, 2 * j);
        let ey = floatAt(xyB, 2 * j + 1);
        for (; j < toB; j++) {
          const fx = floatAt(xyB, 2 * j + 2);
          const fy = floatAt(xyB, 2 * j + 3);
          const isApart =
            (ex < edgeWest && fx < edgeWest) ||
            (ex > edgeEast && fx > edgeEast) ||
            (ey < edgeSouth && fy < edgeSouth) ||
            (ey > edgeNorth && fy > edgeNorth);
          if (!isApart) {
            const turn = crossing(px, py, qx, qy, ex, ey, fx, fy, CROSSED_IS_MOVED);
            if (turn !== 0) visit(chainA, k, intAt(b.links.chain, linkB), j, turn);
          }
          ex = fx;
          ey = fy;
        }
      }
    }
  }
}
