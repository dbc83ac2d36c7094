import { vertexIds } from "../geometry/vertex-ids.js";
import { allAreas, onlyArea, someAreas } from "./area-set.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { areaBox, boxAround, boxOverlap } from "./plane-box.js";
import { type RegionSide, regionSide } from "./region-side.js";
import { holdsWiderCircle, type Region, widestCircleM } from "./widest-circle.js";

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
  return { kind: "BOTH", first, second: regionSide(b, onlyArea(b, j), box), box, plane: a.plane };
}

/** The same for what an area of the second layer has outside an area of the first. */
export function outsideThicknessM(a: MeasuredLayer, i: number, b: MeasuredLayer, j: number): number {
  const box = areaBox(b, j);
  return widestCircleM({
    kind: "SECOND_ONLY",
    first: regionSide(a, onlyArea(a, i), box),
    second: regionSide(b, onlyArea(b, j), box),
    box,
    plane: a.plane,
  });
}

/**
 * The same for what either an area of the first layer or the union of some areas of the second has, but not both.
 * Edges that both draw alike do not bound it and are left out.
 */
export function disagreementThicknessM(a: MeasuredLayer, i: number, b: MeasuredLayer, set: readonly number[]): number {
  const box = set.map((j) => areaBox(b, j)).reduce(boxAround, areaBox(a, i));
  const [first, second] = withoutCommon(regionSide(a, onlyArea(a, i), box), regionSide(b, someAreas(b, set), box));
  const holdsMiddle = first.holdsMiddle !== second.holdsMiddle;
  const edges = new Float64Array(first.edges.length + second.edges.length);
  edges.set(first.edges);
  edges.set(second.edges, first.edges.length);
  if (edges.length === 0) return 0;
  const everything: RegionSide = { edges: new Float64Array(0), holdsMiddle: true };
  return widestCircleM({ kind: "BOTH", first: everything, second: { edges, holdsMiddle }, box, plane: a.plane });
}

/** The same for what no area of the second layer covers of an area of the first. */
export function uncoveredThicknessM(a: MeasuredLayer, i: number, b: MeasuredLayer): number {
  const box = areaBox(a, i);
  return widestCircleM({
    kind: "SECOND_ONLY",
    first: regionSide(b, allAreas(b), box),
    second: regionSide(a, onlyArea(a, i), box),
    box,
    plane: a.plane,
  });
}

// Both sides without the edges that they have in common, whichever way each runs.
function withoutCommon(p: RegionSide, q: RegionSide): readonly [RegionSide, RegionSide] {
  const ends = new Float64Array(p.edges.length + q.edges.length);
  ends.set(p.edges);
  ends.set(q.edges, p.edges.length);
  const ids = vertexIds(ends);
  const keys: number[] = [];
  for (let end = 0; end < ends.length / 2; end += 2) {
    const u = ids.idOf(end);
    const v = ids.idOf(end + 1);
    keys.push(Math.min(u, v) * ends.length + Math.max(u, v));
  }
  const keysP = keys.slice(0, p.edges.length / 4);
  const keysQ = keys.slice(p.edges.length / 4);
  return [without(p, keysP, new Set(keysQ)), without(q, keysQ, new Set(keysP))];
}

function without({ edges, holdsMiddle }: RegionSide, keys: readonly number[], common: ReadonlySet<number>): RegionSide {
  return { edges: edges.filter((_, place) => !common.has(keys[place >> 2] as number)), holdsMiddle };
}
