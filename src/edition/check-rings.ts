import { ringError } from "@coterminous/overlap";
import type { Position } from "geojson";
import type { IssueCollector } from "./validation-issue.js";

/** Indices of arcs, `~i` for arc `i` backwards. */
type ArcRing = readonly number[];

/** Where a shape stands and what it is made of. */
interface ArcShape {
  /** `footprints E54000005`. */
  readonly where: string;
  readonly type: "Polygon" | "MultiPolygon";
  /** As the file has them: anything. */
  readonly indices: unknown;
}

/** The arcs of a file, in degrees, and what has been found of rings made of them. */
export interface CheckedArcs {
  readonly arcs: readonly (readonly Position[])[];
  /** Rings without a problem: a council in both tiers is drawn by the same ones, and need not be looked at twice. */
  readonly sound: Set<string>;
}

/**
 * Notes what keeps a shape on shared arcs from being one; true when nothing does.
 *
 * Rings are put together here from their arcs as they stand. Decoders of TopoJSON give a ring that is too short its first
 * position again, and take arcs that do not meet for ones that do.
 */
export function checkRings(
  { where, type, indices }: ArcShape,
  { arcs, sound }: CheckedArcs,
  problems: IssueCollector,
): boolean {
  const before = problems.all.length;
  const polygons = type === "Polygon" ? [indices] : indices;
  if (!isListOf(polygons, (polygon) => isListOf(polygon, (ring) => isListOf(ring, () => true)))) {
    problems.add(where, JSON.stringify(indices) ?? null, `arcs nested as those of a ${type} are`);
    return false;
  }
  for (const [p, rings] of (polygons as ArcRing[][]).entries()) {
    for (const [r, ring] of rings.entries()) {
      const name = ring.join();
      if (sound.has(name)) continue;
      const whereRing = `${where}, polygon ${p + 1}, ring ${r + 1}`;
      const known = problems.all.length;
      const stray = ring.find((index) => !isArcIndex(index, arcs.length));
      if (stray === undefined) checkRing(joinArcs(ring, arcs, whereRing, problems), whereRing, problems);
      else problems.add(whereRing, JSON.stringify(stray), `arcs from 0 to ${arcs.length - 1}, ~ of one for backwards`);
      if (problems.all.length === known) sound.add(name);
    }
  }
  return problems.all.length === before;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function isArcIndex(index: unknown, count: number): boolean {
  return Number.isInteger(index) && Math.max(index as number, ~(index as number)) < count;
}

function joinArcs(
  ring: ArcRing,
  arcs: readonly (readonly Position[])[],
  where: string,
  problems: IssueCollector,
): readonly Position[] {
  const positions: Position[] = [];
  for (const index of ring) {
    const arc = index < 0 ? arcs[~index]?.toReversed() : arcs[index];
    const [start = []] = arc ?? [];
    const end = positions.pop() ?? start;
    if (end[0] !== start[0] || end[1] !== start[1]) {
      problems.add(where, `[${start}]`, `arc ${index} to begin where the one before it ends, at [${end}]`);
    }
    for (const position of arc ?? []) positions.push(position);
  }
  return positions;
}

/** Notes what keeps a ring from being measured: too short, open, out of range, crossing itself, enclosing nothing. */
export function checkRing(ring: readonly Position[], where: string, problems: IssueCollector): void {
  const problem = ringError(ring);
  if (problem !== null) problems.add(where, problem.what, `a ring that can be measured: ${problem.remedy}`);
}
