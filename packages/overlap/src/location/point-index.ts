import { type PackedRtree, packedRtree, packedRtreeSize, searchRtree } from "../index/packed-rtree.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { PERTURB_TARGET } from "../predicates/segment-crossing.js";
import type { EqualAreaProjection } from "../projection/cylindrical-equal-area.js";
import { locatePointsInOrder, visitOrder } from "./locate-points.js";
import { locateAlongPath, type VisitOrder } from "./walking-location.js";

// Points that follow each other on the path share a box.
const MAX_GROUP_POINTS = 8;

/** An index of points, for finding those inside a small layer such as a client's polygon. */
export interface PointIndex {
  readonly path: VisitOrder;
  readonly tree: PackedRtree;
}

/** Indexes points. @param lonLats longitude and latitude of each point in turn, degrees, finite. */
export function pointIndex(projection: EqualAreaProjection, lonLats: Float64Array): PointIndex {
  const path = visitOrder(projection, lonLats);
  const count = Math.ceil(path.order.length / MAX_GROUP_POINTS);
  const boxes = new Float64Array(4 * packedRtreeSize(count));
  for (let group = 0; group < count; group++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const point of path.order.subarray(group * MAX_GROUP_POINTS, (group + 1) * MAX_GROUP_POINTS)) {
      west = Math.min(west, path.xy[2 * point]);
      south = Math.min(south, path.xy[2 * point + 1]);
      east = Math.max(east, path.xy[2 * point]);
      north = Math.max(north, path.xy[2 * point + 1]);
    }
    boxes.set([west, south, east, north], 4 * group);
  }
  return { path, tree: packedRtree(boxes, count) };
}

/** The points that lie in any area of a layer, by number, in no particular order; points on a border as in locatePoints. */
export function pointsInLayer({ path, tree }: PointIndex, layer: PreparedLayer): Int32Array {
  const { box } = layer;
  const groups: number[] = [];
  const count = searchRtree(tree, box[0], box[1], box[2], box[3], groups);
  const near = new Int32Array(count * MAX_GROUP_POINTS);
  let nearCount = 0;
  for (let i = 0; i < count; i++) {
    const first = groups[i] * MAX_GROUP_POINTS;
    const end = Math.min(first + MAX_GROUP_POINTS, path.order.length);
    for (let place = first; place < end; place++) near[nearCount++] = path.order[place];
  }
  const inside = new Int32Array(nearCount);
  let insideCount = 0;
  locateAlongPath(layer, { xy: path.xy, order: near.subarray(0, nearCount) }, PERTURB_TARGET, (point, windings) => {
    if (windings.counts.some((times) => times > 0)) inside[insideCount++] = point;
  });
  return inside.subarray(0, insideCount);
}

/** Points and the people who live there. */
export interface PopulationPoints {
  /** Longitude and latitude of each point in turn, degrees, finite. */
  readonly lonLats: Float64Array;
  readonly populations: Int32Array;
}

/** Points located in a layer and indexed, for finding those inside a polygon. */
export interface LocatedPoints {
  readonly index: PointIndex;
  readonly populations: Int32Array;
  /** The area of the layer that each point lies in, by index; NO_AREA for none. */
  readonly areaOfPoint: Int32Array;
}

/** Locates points in a layer and indexes them. */
export function locatePopulationPoints(
  layer: PreparedLayer,
  { lonLats, populations }: PopulationPoints,
): LocatedPoints {
  const index = pointIndex(layer.projection, lonLats);
  return { index, populations, areaOfPoint: locatePointsInOrder(layer, index.path) };
}
