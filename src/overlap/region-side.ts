import { floatAt, intAt } from "../geometry/element.js";
import type { AreaSet } from "./area-set.js";
import { OUTSIDE } from "./border-sides.js";
import { itemsInBox } from "./box-tree.js";
import { CROSSED_IS_MOVED, crossing } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";
import type { PlaneBox } from "./plane-box.js";

/**
 * One of the two sets of areas that a region is made of, as far as a box shows it: the edges of the set's outline, the
 * set to their left. Borders between areas of the set are not part of its outline.
 */
export interface RegionSide {
  /** x, y of the start and x, y of the end of each edge in turn, plane metres. */
  readonly edges: Float64Array;
  /** Whether the middle of the box lies in the set. */
  readonly holdsMiddle: boolean;
}

/** The outline of some areas of a layer within a box. */
export function regionSide(layer: MeasuredLayer, set: AreaSet, box: PlaneBox): RegionSide {
  const { links } = layer;
  const near: number[] = [];
  const count = itemsInBox(links.tree, box.west, box.south, box.east, box.north, near);
  const edges: number[] = [];
  for (let i = 0; i < count; i++) {
    const link = near[i] as number;
    const side = sideOfLink(layer, set, link);
    if (side !== 0) addEdges(layer, link, side > 0, box, edges);
  }
  return { edges: new Float64Array(edges), holdsMiddle: holdsMiddle(layer, set, box) };
}

/** 1 where the set lies to the left of a link, -1 to its right, 0 where it lies on both sides or on neither. */
function sideOfLink({ chains, links }: MeasuredLayer, set: AreaSet, link: number): number {
  const chain = intAt(links.chain, link);
  const right = intAt(chains.right, chain);
  return Number(set.has(intAt(chains.left, chain))) - Number(right !== OUTSIDE && set.has(right));
}

function addEdges(
  { chains, links }: MeasuredLayer,
  link: number,
  isLeft: boolean,
  box: PlaneBox,
  edges: number[],
): void {
  const last = intAt(links.to, link);
  for (let k = intAt(links.from, link); k < last; k++) {
    const px = floatAt(chains.xy, 2 * k);
    const py = floatAt(chains.xy, 2 * k + 1);
    const qx = floatAt(chains.xy, 2 * k + 2);
    const qy = floatAt(chains.xy, 2 * k + 3);
    if ((px < box.west && qx < box.west) || (px > box.east && qx > box.east)) continue;
    if ((py < box.south && qy < box.south) || (py > box.north && qy > box.north)) continue;
    if (isLeft) edges.push(px, py, qx, qy);
    else edges.push(qx, qy, px, py);
  }
}

// By walking in from the west, from where the set begins: from farther away a small area would take as long as a large one.
function holdsMiddle(layer: MeasuredLayer, set: AreaSet, box: PlaneBox): boolean {
  const x = (box.west + box.east) / 2;
  const y = (box.south + box.north) / 2;
  const outsideX = set.westM - 1;
  if (!(x > outsideX)) return false;
  const { chains, links } = layer;
  const way = Float64Array.of(outsideX, y, x, y);
  const near: number[] = [];
  const nearCount = itemsInBox(links.tree, outsideX, y, x, y, near);
  let count = 0;
  for (let i = 0; i < nearCount; i++) {
    const link = near[i] as number;
    const side = sideOfLink(layer, set, link);
    if (side === 0) continue;
    const last = intAt(links.to, link);
    for (let k = intAt(links.from, link); k < last; k++) {
      count += side * crossing(way, 0, chains.xy, k, CROSSED_IS_MOVED);
    }
  }
  return count > 0;
}
