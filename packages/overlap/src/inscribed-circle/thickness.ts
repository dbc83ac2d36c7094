import type { PreparedLayer } from "../layer/prepared-layer.js";
import { boxIntersection, boxUnion, type PlaneBox } from "../predicates/bbox.js";
import { scaleFactor } from "../projection/cylindrical-equal-area.js";
import { type EdgeMatching, edgeSymmetricDifference } from "./edge-difference.js";
import {
  inscribedCircleDiameterM,
  isInscribedCircleWider,
  PRECISION_M,
  type Region,
  type RegionBounds,
} from "./maximum-inscribed-circle.js";
import {
  type AreaSelection,
  areaBox,
  type RegionOperand,
  regionOperand,
  selectAllAreas,
  selectArea,
  selectAreas,
} from "./region-operand.js";

/**
 * Diameter of the maximum inscribed circle of the overlap of two areas, metres on the ground: never above the true value,
 * and below it by at most a metre or half a percent, whichever is more.
 *
 * 0 for areas that share nothing. Areas that run along each other take long to give 0: call it only for pairs that share
 * area.
 */
export function overlapThicknessM(a: PreparedLayer, i: number, b: PreparedLayer, j: number): number {
  return inscribedCircleDiameterM(overlapRegion(a, i, b, j));
}

/** Whether the overlap of two areas is thicker than a number of metres, to the same precision and in far less time. */
export function isOverlapThicker(a: PreparedLayer, i: number, b: PreparedLayer, j: number, thanM: number): boolean {
  return isInscribedCircleWider(overlapRegion(a, i, b, j), thanM);
}

function overlapRegion(a: PreparedLayer, i: number, b: PreparedLayer, j: number): Region {
  const box = boxIntersection(areaBox(a, i), areaBox(b, j));
  const first = regionOperand(a, selectArea(a, i), box);
  return {
    kind: "INTERSECTION",
    first,
    second: regionOperand(b, selectArea(b, j), box),
    bounds: null,
    box,
    projection: a.projection,
  };
}

/** The same for the part of an area of the second layer outside an area of the first. */
export function outsideThicknessM(a: PreparedLayer, i: number, b: PreparedLayer, j: number): number {
  return differenceThicknessM({ layer: a, set: selectArea(a, i) }, { layer: b, set: selectArea(b, j) }, areaBox(b, j));
}

/** The same for the part of an area of the first layer that no area of the second covers. */
export function uncoveredThicknessM(a: PreparedLayer, i: number, b: PreparedLayer): number {
  return differenceThicknessM({ layer: b, set: selectAllAreas(b) }, { layer: a, set: selectArea(a, i) }, areaBox(a, i));
}

interface SelectedAreas {
  readonly layer: PreparedLayer;
  readonly set: AreaSelection;
}

// Thickness of the second minus the first, within the second's box.
function differenceThicknessM(taken: SelectedAreas, from: SelectedAreas, box: PlaneBox): number {
  const first = regionOperand(taken.layer, taken.set, box);
  const second = regionOperand(from.layer, from.set, box);
  const { projection } = taken.layer;
  const bounds = boundingEdges(first, second, { same: "DIRECTED", box, projection });
  return inscribedCircleDiameterM({ kind: "DIFFERENCE", first, second, bounds, box, projection });
}

/**
 * The same for the symmetric difference of an area of the first layer and the union of some areas of the second.
 * Edges that both draw do not bound it and are left out.
 */
export function disagreementThicknessM(a: PreparedLayer, i: number, b: PreparedLayer, set: readonly number[]): number {
  const box = set.map((j) => areaBox(b, j)).reduce(boxUnion, areaBox(a, i));
  const first = regionOperand(a, selectArea(a, i), box);
  const second = regionOperand(b, selectAreas(b, set), box);
  const edges = edgeSymmetricDifference(first.edges, second.edges, "UNDIRECTED", 0);
  if (edges.length === 0) return 0;
  const bounds = boundingEdges(first, second, { same: "UNDIRECTED", box, projection: a.projection });
  const everywhere: RegionOperand = { edges: new Float64Array(0), containsCentre: true };
  const difference: RegionOperand = { edges, containsCentre: first.containsCentre !== second.containsCentre };
  return inscribedCircleDiameterM({
    kind: "INTERSECTION",
    first: everywhere,
    second: difference,
    bounds,
    box,
    projection: a.projection,
  });
}

interface BoundsOptions extends Pick<Region, "box" | "projection"> {
  readonly same: EdgeMatching;
}

// The edges that bound a region, without the slivers between borders that differ slightly.
function boundingEdges(
  first: RegionOperand,
  second: RegionOperand,
  { same, box, projection }: BoundsOptions,
): RegionBounds {
  const scales = [scaleFactor(projection, box.south), scaleFactor(projection, box.north)];
  const widest = Math.max(...scales.flatMap((scale) => [scale, 1 / scale]));
  return {
    edges: edgeSymmetricDifference(first.edges, second.edges, same, PRECISION_M / widest),
    toleranceM: PRECISION_M,
  };
}
