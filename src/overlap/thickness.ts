import { eastwardScale } from "../geometry/equal-area-plane.js";
import { type AreaSet, allAreas, onlyArea, someAreas } from "./area-set.js";
import { edgesApart, type SameEdges } from "./edges-apart.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { areaBox, boxAround, boxOverlap, type PlaneBox } from "./plane-box.js";
import { type RegionSide, regionSide } from "./region-side.js";
import { holdsWiderCircle, PRECISION_M, type Region, type RegionBounds, widestCircleM } from "./widest-circle.js";

/**
 * Diameter of the largest circle that fits in what two areas share, metres on the ground: at most the truth, and less by
 * no more than a metre or half a percent, whichever is more.
 *
 * 0 for areas that share nothing, but asked of areas that run along each other it takes long to say so: ask only of pairs
 * that share area.
 */
export function overlapThicknessM(a: MeasuredLayer, i: number, b: MeasuredLayer, j: number): number {
  return widestCircleM(overlapRegion(a, i, b, j));
}

/** Whether what two areas share is thicker than so many metres, to the same precision and in far less time. */
export function overlapIsThicker(a: MeasuredLayer, i: number, b: MeasuredLayer, j: number, thanM: number): boolean {
  return holdsWiderCircle(overlapRegion(a, i, b, j), thanM);
}

function overlapRegion(a: MeasuredLayer, i: number, b: MeasuredLayer, j: number): Region {
  const box = boxOverlap(areaBox(a, i), areaBox(b, j));
  const first = regionSide(a, onlyArea(a, i), box);
  return { kind: "BOTH", first, second: regionSide(b, onlyArea(b, j), box), bounds: null, box, plane: a.plane };
}

/** The same for what an area of the second layer has outside an area of the first. */
export function outsideThicknessM(a: MeasuredLayer, i: number, b: MeasuredLayer, j: number): number {
  return leftOverThicknessM({ layer: a, set: onlyArea(a, i) }, { layer: b, set: onlyArea(b, j) }, areaBox(b, j));
}

/** The same for what no area of the second layer covers of an area of the first. */
export function uncoveredThicknessM(a: MeasuredLayer, i: number, b: MeasuredLayer): number {
  return leftOverThicknessM({ layer: b, set: allAreas(b) }, { layer: a, set: onlyArea(a, i) }, areaBox(a, i));
}

interface AreasOfLayer {
  readonly layer: MeasuredLayer;
  readonly set: AreaSet;
}

// Of what the second has and the first has not, within the second's box.
function leftOverThicknessM(taken: AreasOfLayer, from: AreasOfLayer, box: PlaneBox): number {
  const first = regionSide(taken.layer, taken.set, box);
  const second = regionSide(from.layer, from.set, box);
  const { plane } = taken.layer;
  const bounds = boundsApart(first, second, { same: "ALIKE", box, plane });
  return widestCircleM({ kind: "SECOND_ONLY", first, second, bounds, box, plane });
}

/**
 * The same for what either an area of the first layer or the union of some areas of the second has, but not both.
 * Edges that both draw do not bound it and are left out.
 */
export function disagreementThicknessM(a: MeasuredLayer, i: number, b: MeasuredLayer, set: readonly number[]): number {
  const box = set.map((j) => areaBox(b, j)).reduce(boxAround, areaBox(a, i));
  const first = regionSide(a, onlyArea(a, i), box);
  const second = regionSide(b, someAreas(b, set), box);
  const edges = edgesApart(first.edges, second.edges, "EITHER_WAY", 0);
  if (edges.length === 0) return 0;
  const bounds = boundsApart(first, second, { same: "EITHER_WAY", box, plane: a.plane });
  const everything: RegionSide = { edges: new Float64Array(0), holdsMiddle: true };
  const different: RegionSide = { edges, holdsMiddle: first.holdsMiddle !== second.holdsMiddle };
  return widestCircleM({ kind: "BOTH", first: everything, second: different, bounds, box, plane: a.plane });
}

interface BoundsQuestion extends Pick<Region, "box" | "plane"> {
  readonly same: SameEdges;
}

// What bounds a region of two sides, but for slivers between borders that are drawn a little differently.
function boundsApart(first: RegionSide, second: RegionSide, { same, box, plane }: BoundsQuestion): RegionBounds {
  const scales = [eastwardScale(plane, box.south), eastwardScale(plane, box.north)];
  const widest = Math.max(...scales.flatMap((scale) => [scale, 1 / scale]));
  return { edges: edgesApart(first.edges, second.edges, same, PRECISION_M / widest), unseenM: PRECISION_M };
}
