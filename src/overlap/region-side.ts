import { floatAt, intAt } from "../geometry/element.js";
import { itemsInBox } from "./box-tree.js";
import { CROSSED_IS_MOVED } from "./crossing.js";
import type { MeasuredLayer } from "./measured-layer.js";
import type { PlaneBox } from "./plane-box.js";
import { walkPoints } from "./walk.js";

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
export function regionSide(layer: MeasuredLayer, areas: readonly number[], box: PlaneBox): RegionSide {
  const isMember = new Uint8Array(layer.codes.length);
  for (const area of areas) isMember[area] = 1;
  const { chains, links } = layer;
  const near: number[] = [];
  const count = itemsInBox(links.tree, box.west, box.south, box.east, box.north, near);
  const edges: number[] = [];
  for (let i = 0; i < count; i++) {
    const link = near[i] as number;
    const chain = intAt(links.chain, link);
    const isLeft = isMember[intAt(chains.left, chain)] === 1;
    if (isLeft !== (isMember[intAt(chains.right, chain)] === 1)) addEdges(layer, link, isLeft, box, edges);
  }
  return { edges: Float64Array.from(edges), holdsMiddle: holdsMiddle(layer, isMember, box) };
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

function holdsMiddle(layer: MeasuredLayer, isMember: Uint8Array, box: PlaneBox): boolean {
  const xy = Float64Array.of((box.west + box.east) / 2, (box.south + box.north) / 2);
  let count = 0;
  walkPoints(layer, { xy, order: Int32Array.of(0) }, CROSSED_IS_MOVED, (_, cell) => {
    cell.areas.forEach((area, i) => {
      if (isMember[area] === 1) count += cell.counts[i] ?? 0;
    });
  });
  return count > 0;
}
