import { searchRtree } from "../index/packed-rtree.js";
import { OUTSIDE } from "../layer/arcs.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import type { PlaneBox } from "../predicates/bbox.js";
import { PERTURB_TARGET, segmentCrossing } from "../predicates/segment-crossing.js";

/**
 * One of the two sets of areas that a region is made of, as far as a box shows it: the edges of the set's outline, the
 * set to their left. Borders between areas of the set are not part of its outline.
 */
export interface RegionOperand {
  /** x, y of the start and x, y of the end of each edge in turn, projected metres. */
  readonly edges: Float64Array;
  /** Whether the middle of the box lies in the set. */
  readonly containsCentre: boolean;
}

/** The outline of some areas of a layer within a box. */
export function regionOperand(layer: PreparedLayer, set: AreaSelection, box: PlaneBox): RegionOperand {
  const { segmentIndex } = layer;
  const near: number[] = [];
  const count = searchRtree(segmentIndex.tree, box.west, box.south, box.east, box.north, near);
  const edges: number[] = [];
  for (let i = 0; i < count; i++) {
    const group = near[i];
    const side = sideOfGroup(layer, set, group);
    if (side !== 0) addEdges(layer, group, side > 0, box, edges);
  }
  return { edges: new Float64Array(edges), containsCentre: containsCentre(layer, set, box) };
}

/** 1 where the set lies to the left of a group, -1 to its right, 0 where it lies on both sides or on neither. */
function sideOfGroup({ arcs, segmentIndex }: PreparedLayer, set: AreaSelection, group: number): number {
  const arc = segmentIndex.arc[group];
  const right = arcs.right[arc];
  return Number(set.has(arcs.left[arc])) - Number(right !== OUTSIDE && set.has(right));
}

function addEdges(
  { arcs, segmentIndex }: PreparedLayer,
  group: number,
  isLeft: boolean,
  box: PlaneBox,
  edges: number[],
): void {
  const last = segmentIndex.to[group];
  for (let k = segmentIndex.from[group]; k < last; k++) {
    const px = arcs.xy[2 * k];
    const py = arcs.xy[2 * k + 1];
    const qx = arcs.xy[2 * k + 2];
    const qy = arcs.xy[2 * k + 3];
    if ((px < box.west && qx < box.west) || (px > box.east && qx > box.east)) continue;
    if ((py < box.south && qy < box.south) || (py > box.north && qy > box.north)) continue;
    if (isLeft) edges.push(px, py, qx, qy);
    else edges.push(qx, qy, px, py);
  }
}

// By walking in from the west, from where the set begins: from farther away a small area would take as long as a large one.
function containsCentre(layer: PreparedLayer, set: AreaSelection, box: PlaneBox): boolean {
  const x = (box.west + box.east) / 2;
  const y = (box.south + box.north) / 2;
  const outsideX = set.westM - 1;
  if (!(x > outsideX)) return false;
  const { arcs, segmentIndex } = layer;
  const ray = Float64Array.of(outsideX, y, x, y);
  const near: number[] = [];
  const nearCount = searchRtree(segmentIndex.tree, outsideX, y, x, y, near);
  let count = 0;
  for (let i = 0; i < nearCount; i++) {
    const group = near[i];
    const side = sideOfGroup(layer, set, group);
    if (side === 0) continue;
    const last = segmentIndex.to[group];
    for (let k = segmentIndex.from[group]; k < last; k++) {
      count += side * segmentCrossing(ray, 0, arcs.xy, k, PERTURB_TARGET);
    }
  }
  return count > 0;
}

/** Some areas of a layer taken together. */
export interface AreaSelection {
  /** Never asked of `OUTSIDE`. */
  readonly has: (area: number) => boolean;
  /** Nothing of them lies farther west, projected metres. */
  readonly westM: number;
}

/** One area. */
export function selectArea({ boxes }: PreparedLayer, only: number): AreaSelection {
  return { has: (area) => area === only, westM: boxes[4 * only] };
}

/** Several areas. */
export function selectAreas({ boxes }: PreparedLayer, areas: readonly number[]): AreaSelection {
  const members = new Set(areas);
  const westM = areas.reduce((west, area) => Math.min(west, boxes[4 * area]), Number.POSITIVE_INFINITY);
  return { has: (area) => members.has(area), westM };
}

/** Every area of the layer. */
export function selectAllAreas({ box }: PreparedLayer): AreaSelection {
  return { has: () => true, westM: box[0] };
}

/** The box of an area. */
export function areaBox({ boxes }: PreparedLayer, area: number): PlaneBox {
  return {
    west: boxes[4 * area],
    south: boxes[4 * area + 1],
    east: boxes[4 * area + 2],
    north: boxes[4 * area + 3],
  };
}
