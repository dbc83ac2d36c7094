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
  /** As in the file, unchecked. */
  readonly indices: unknown;
}

/** The arcs of a file, in degrees, and the rings found valid so far. */
export interface CheckedArcs {
  readonly arcs: readonly (readonly Position[])[];
  /** Rings without a problem, by their arcs: a council in both tiers is checked once. */
  readonly sound: Set<string>;
}

/**
 * Checks a shape on shared arcs, reports its problems, and returns whether there are none.
 *
 * Rings are assembled here, because TopoJSON decoders hide two problems: they repeat the first position of a ring that is
 * too short, and join arcs that do not meet.
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
      const countBefore = problems.all.length;
      const stray = ring.find((index) => !isArcIndex(index, arcs.length));
      if (stray === undefined) checkRing(joinArcs(ring, arcs, whereRing, problems), whereRing, problems);
      else
        problems.add(
          whereRing,
          JSON.stringify(stray),
          `an arc from 0 to ${arcs.length - 1}, or ~ of one for its reverse`,
        );
      if (problems.all.length === countBefore) sound.add(name);
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
      problems.add(where, `[${start}]`, `arc ${index} to start where the previous arc ends, at [${end}]`);
    }
    for (const position of arc ?? []) positions.push(position);
  }
  return positions;
}

/** Reports a ring that cannot be measured: too short, open, out of range, crossing itself, or without area. */
export function checkRing(ring: readonly Position[], where: string, problems: IssueCollector): void {
  const problem = ringError(ring);
  if (problem !== null) problems.add(where, problem.what, `a ring that can be measured: ${problem.remedy}`);
}
