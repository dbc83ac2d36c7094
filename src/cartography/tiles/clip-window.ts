import { isInTriangle } from "@coterminous/overlap";
import type { PyramidLevel } from "./pyramid-level.js";
import { boxesIntersect, type GridBox, nominalBox, type TileAddress } from "./tile-grid.js";

/** Where an edge crosses the box of a tile. */
export interface Crossing {
  readonly x: number;
  readonly y: number;
}

/** The box that a tile is clipped to, and the crossings of every edge that leaves it. */
export interface ClipWindow {
  readonly box: GridBox;
  /** By `edgeKey`. */
  readonly crossings: ReadonlyMap<number, Crossing>;
  /** The indices of the arcs that may enter the box, and few others. */
  readonly nearbyArcs: readonly number[];
}

const MAX_EDGES_PER_ARC = 2 ** 24;

/** The key of the edge that ends at the arc's k-th position. */
export function edgeKey(arc: number, k: number): number {
  return arc * MAX_EDGES_PER_ARC + k;
}

/**
 * The smallest box around a tile and its buffer that clips every border cleanly: no border has a vertex on the box's sides,
 * no two cross a side at the same grid position, and rounding a crossing to the grid moves no border over a vertex. So valid
 * areas stay valid when clipped. Sides are moved outwards until they are clean; most need not move.
 */
export function clipWindow(grid: PyramidLevel, address: TileAddress): ClipWindow {
  const nominal = nominalBox(address, grid.extent);
  const offsets = [0, 0, 0, 0];
  const cuts: (readonly SideCrossing[] | null)[] = [null, null, null, null];
  let margin = grid.extent / 16;
  let nearbyArcs = arcsInWindow(grid, nominal, margin);
  for (;;) {
    if (Math.max(...offsets) > margin) {
      margin *= 4;
      nearbyArcs = arcsInWindow(grid, nominal, margin);
      cuts.fill(null);
    }
    const dirty = SIDES.findIndex((side, i) => {
      cuts[i] ??= sideCrossings({ grid, nearbyArcs }, side, { nominal, margin, offset: offsets[i] ?? 0 });
      return cuts[i] === null;
    });
    const wrong = dirty >= 0 ? dirty : sideToMove(moveSides(nominal, offsets), cuts);
    if (wrong === null) {
      const box = moveSides(nominal, offsets);
      return { box, crossings: crossingsOf(box, cuts), nearbyArcs };
    }
    offsets[wrong] = (offsets[wrong] ?? 0) + 1;
    cuts[wrong] = null;
  }
}

/** A side of a box: across which axis, and which way is out. */
interface Side {
  readonly axis: 0 | 1;
  readonly out: -1 | 1;
}

const SIDES: readonly Side[] = [
  { axis: 0, out: -1 },
  { axis: 0, out: 1 },
  { axis: 1, out: -1 },
  { axis: 1, out: 1 },
];

/** An edge that crosses a side's line. */
interface SideCrossing {
  readonly edge: number;
  /** The position along the line, before and after rounding to the grid. */
  readonly exact: number;
  at: number;
  /** The edge's end on the inner side: across the line, and along it. */
  readonly inner: readonly [across: number, along: number];
}

function moveSides({ minX, minY, maxX, maxY }: GridBox, [left = 0, right = 0, top = 0, bottom = 0]: number[]): GridBox {
  return { minX: minX - left, maxX: maxX + right, minY: minY - top, maxY: maxY + bottom };
}

function arcsInWindow({ arcBoxes }: PyramidLevel, { minX, minY, maxX, maxY }: GridBox, margin: number): number[] {
  const box = { minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin };
  const nearbyArcs: number[] = [];
  for (const [arc, arcBox] of arcBoxes.entries()) if (boxesIntersect(arcBox, box)) nearbyArcs.push(arc);
  return nearbyArcs;
}

interface NearbyArcs {
  readonly grid: PyramidLevel;
  /** Indices of arcs. */
  readonly nearbyArcs: readonly number[];
}

/** The crossings of a side, in order along it; null when it is not clean. */
function sideCrossings(
  { grid, nearbyArcs }: NearbyArcs,
  { axis, out }: Side,
  { nominal, margin, offset }: { readonly nominal: GridBox; readonly margin: number; readonly offset: number },
): readonly SideCrossing[] | null {
  const [low, high] = [rangeOf(nominal, axis), rangeOf(nominal, axis === 0 ? 1 : 0)];
  const line = (out < 0 ? low[0] : low[1]) + out * offset;
  const [from, to] = [high[0] - margin, high[1] + margin];
  const cuts: SideCrossing[] = [];
  for (const i of nearbyArcs) {
    const arc = grid.arcs[i];
    const box = grid.arcBoxes[i];
    if (arc === undefined || box === undefined) continue;
    const [least, most] = rangeOf(box, axis);
    if (least > line || most < line) continue;
    let across = arc[axis] ?? 0;
    let along = arc[1 - axis] ?? 0;
    if (across === line && along >= from && along <= to) return null;
    for (let k = 2; k < arc.length; k += 2) {
      const nextAcross = arc[k + axis] ?? 0;
      const nextAlong = arc[k + 1 - axis] ?? 0;
      if (nextAcross === line && nextAlong >= from && nextAlong <= to) return null;
      if (across < line !== nextAcross < line) {
        const exact = along + ((nextAlong - along) * (line - across)) / (nextAcross - across);
        const isFirstInner = across < line === out > 0;
        const inner = isFirstInner ? ([across, along] as const) : ([nextAcross, nextAlong] as const);
        if (exact >= from && exact <= to) cuts.push({ edge: edgeKey(i, k / 2), exact, at: 0, inner });
      }
      [across, along] = [nextAcross, nextAlong];
    }
  }
  cuts.sort((a, b) => a.exact - b.exact);
  for (const [i, cut] of cuts.entries()) cut.at = Math.max(Math.round(cut.exact), (cuts[i - 1]?.at ?? -Infinity) + 1);
  const moved = cuts.filter(({ at, exact }) => at !== exact);
  return isSweepEmpty(moved, { grid, nearbyArcs }, { axis, line }) ? cuts : null;
}

/** Whether no vertex is between the edges and the same edges with rounded crossings. */
function isSweepEmpty(
  cuts: readonly SideCrossing[],
  { grid, nearbyArcs }: NearbyArcs,
  { axis, line }: { readonly axis: 0 | 1; readonly line: number },
): boolean {
  if (cuts.length === 0) return true;
  let [least, most, first, last] = [line, line, Infinity, -Infinity];
  for (const { inner, exact, at } of cuts) {
    least = Math.min(least, inner[0]);
    most = Math.max(most, inner[0]);
    first = Math.min(first, inner[1], exact, at);
    last = Math.max(last, inner[1], exact, at);
  }
  for (const i of nearbyArcs) {
    const arc = grid.arcs[i];
    const box = grid.arcBoxes[i];
    if (arc === undefined || box === undefined) continue;
    const [boxLeast, boxMost] = rangeOf(box, axis);
    const [boxFirst, boxLast] = rangeOf(box, axis === 0 ? 1 : 0);
    if (boxLeast > most || boxMost < least || boxFirst > last || boxLast < first) continue;
    for (let k = 0; k < arc.length; k += 2) {
      const across = arc[k + axis] ?? 0;
      const along = arc[k + 1 - axis] ?? 0;
      if (across < least || across > most || along < first || along > last) continue;
      if (cuts.some((cut) => isSwept(across, along, cut, line))) return false;
    }
  }
  return true;
}

function isSwept(across: number, along: number, { inner, exact, at }: SideCrossing, line: number): boolean {
  if (across === inner[0] && along === inner[1]) return false;
  if (across < Math.min(inner[0], line) || across > Math.max(inner[0], line)) return false;
  if (along < Math.min(inner[1], exact, at) || along > Math.max(inner[1], exact, at)) return false;
  return isInTriangle(across, along, [inner[0], inner[1], line, exact, line, at]);
}

/** A side to move, because an edge crosses two sides, or at a corner, or beyond it after rounding; null for none. */
function sideToMove(box: GridBox, cuts: readonly (readonly SideCrossing[] | null)[]): number | null {
  const crossing = new Set<number>();
  for (const [i, { axis }] of SIDES.entries()) {
    const [first, last] = rangeOf(box, axis === 0 ? 1 : 0);
    for (const { edge, exact, at } of cuts[i] ?? []) {
      const isInBox = exact > first && exact < last;
      if (exact === first || exact === last || isInBox !== (at > first && at < last)) return i;
      if (isInBox && crossing.has(edge)) return i;
      if (isInBox) crossing.add(edge);
    }
  }
  return null;
}

function crossingsOf(box: GridBox, cuts: readonly (readonly SideCrossing[] | null)[]): ReadonlyMap<number, Crossing> {
  const crossings = new Map<number, Crossing>();
  for (const [i, { axis, out }] of SIDES.entries()) {
    const [first, last] = rangeOf(box, axis === 0 ? 1 : 0);
    const line = rangeOf(box, axis)[out < 0 ? 0 : 1];
    for (const { edge, at } of cuts[i] ?? []) {
      if (at > first && at < last) crossings.set(edge, axis === 0 ? { x: line, y: at } : { x: at, y: line });
    }
  }
  return crossings;
}

function rangeOf({ minX, minY, maxX, maxY }: GridBox, axis: number): readonly [least: number, most: number] {
  return axis === 0 ? [minX, maxX] : [minY, maxY];
}
