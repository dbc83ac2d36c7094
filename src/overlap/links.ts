import { floatAt, intAt } from "../geometry/element.js";
import { type BoxTree, boxTree, boxTreeSize } from "./box-tree.js";
import type { Chains } from "./chains.js";

/** The most edges of a link. Tried 4 to 32: fewer make a larger tree, more make looser boxes. */
export const MOST_EDGES = 8;

/** A layer's edges in small groups of neighbours, and a tree of the groups' boxes. */
export interface Links {
  readonly count: number;
  /** The chain each link is part of. */
  readonly chain: Int32Array;
  /** First and last point of each link. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The tree of the links' boxes, plane metres. */
  readonly tree: BoxTree;
}

/** Groups the edges of chains, which are taken in an order that keeps neighbours together. */
export function linksOf(chains: Chains, order: Int32Array): Links {
  let count = 0;
  for (let chain = 0; chain < chains.count; chain++) {
    const edges = intAt(chains.firstPoint, chain + 1) - intAt(chains.firstPoint, chain) - 1;
    count += Math.ceil(edges / MOST_EDGES);
  }
  const chainOf = new Int32Array(count);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const boxes = new Float64Array(4 * boxTreeSize(count));
  let link = 0;
  for (let place = 0; place < order.length; place++) {
    const chain = intAt(order, place);
    const lastPoint = intAt(chains.firstPoint, chain + 1) - 1;
    for (let point = intAt(chains.firstPoint, chain); point < lastPoint; point += MOST_EDGES, link++) {
      const last = Math.min(point + MOST_EDGES, lastPoint);
      chainOf[link] = chain;
      from[link] = point;
      to[link] = last;
      let west = floatAt(chains.xy, 2 * point);
      let south = floatAt(chains.xy, 2 * point + 1);
      let east = west;
      let north = south;
      for (let k = point + 1; k <= last; k++) {
        const x = floatAt(chains.xy, 2 * k);
        const y = floatAt(chains.xy, 2 * k + 1);
        if (x < west) west = x;
        else if (x > east) east = x;
        if (y < south) south = y;
        else if (y > north) north = y;
      }
      boxes[4 * link] = west;
      boxes[4 * link + 1] = south;
      boxes[4 * link + 2] = east;
      boxes[4 * link + 3] = north;
    }
  }
  return { count, chain: chainOf, from, to, tree: boxTree(boxes, count) };
}
