import { grouped } from "../model/grouped.js";
import type { LayerComparison } from "../model/layer-comparison.js";
import type { NamedArea } from "./areas-of-layer.js";
import { isSliverBetween } from "./sliver.js";

/** What became of areas from one edition to another; docs/words.md defines each. */
export type ChangeKind = "UNCHANGED" | "RENAMED" | "RECODED" | "MERGED" | "SPLIT" | "REDRAWN" | "NEW" | "GONE";

/** In the order that tables show them. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  "MERGED",
  "SPLIT",
  "REDRAWN",
  "NEW",
  "GONE",
  "RECODED",
  "RENAMED",
  "UNCHANGED",
];

/** What an earlier and a later area really share. */
export interface ChangePiece {
  readonly before: NamedArea;
  readonly after: NamedArea;
  readonly areaM2: number;
  /** null when the later edition does not know people. */
  readonly population: number | null;
  readonly thicknessM: number;
  /** Whether the later area has most of itself from the earlier, and the earlier most of itself in the later. */
  readonly isMain: boolean;
}

/** What became of some areas. */
export interface AreaChange {
  readonly kind: ChangeKind;
  /** The earlier areas, by code: none for NEW. */
  readonly before: readonly NamedArea[];
  /** The later areas, by code: none for GONE. */
  readonly after: readonly NamedArea[];
  /** What each earlier and each later area share, largest first; slivers are none. */
  readonly pieces: readonly ChangePiece[];
  /** Land of the later areas where the earlier edition has no area at all, square metres. */
  readonly fromNowhereM2: number;
  /** Land of the earlier areas where the later edition has no area at all, square metres. */
  readonly toNowhereM2: number;
}

/** Two layers and how they lie on each other. */
export interface ComparedAreas {
  readonly before: readonly NamedArea[];
  readonly after: readonly NamedArea[];
  readonly comparison: LayerComparison;
  /** The coarser of both editions' tolerances, metres. */
  readonly toleranceM: number;
}

/**
 * Coasts are drawn anew from edition to edition. Land where the other edition has no area at all, up to this share of an
 * area, is taken for that; more is land that was taken in or given up.
 */
const MOST_COAST = 0.1;

/**
 * What became of every area, decided by where areas lie and not by what they are called: two areas are the same when each
 * is the only real overlap of the other and, but for a coast, neither lies where the other edition has nothing.
 *
 * Every real overlap stands in one change, and every area in at least one. In the order of CHANGE_KINDS, then by code.
 */
export function areaChanges(areas: ComparedAreas): readonly AreaChange[] {
  const pieces = realPieces(areas);
  const ofBefore = grouped(pieces, ({ before }) => before.code);
  const ofAfter = grouped(pieces, ({ after }) => after.code);
  const openBeforeM2 = openM2(areas.before, areas.comparison, "beforeCode");
  const openAfterM2 = openM2(areas.after, areas.comparison, "afterCode");
  const isCoast = (area: NamedArea, open: ReadonlyMap<string, number>) =>
    (open.get(area.code) ?? 0) <= MOST_COAST * area.areaM2;
  const changeOf = (kind: ChangeKind, own: readonly ChangePiece[], alone: Partial<AreaChange> = {}): AreaChange => {
    const before = alone.before ?? distinct(own.map((piece) => piece.before));
    const after = alone.after ?? distinct(own.map((piece) => piece.after));
    return {
      kind,
      before,
      after,
      pieces: own.toSorted((one, other) => compareSize(other, one)),
      fromNowhereM2: sumOf(after, openAfterM2),
      toNowhereM2: sumOf(before, openBeforeM2),
    };
  };
  const changes: AreaChange[] = [];

  const split = new Set<string>();
  for (const before of areas.before) {
    const own = ofBefore.get(before.code) ?? [];
    if (own.length === 0) changes.push(changeOf("GONE", [], { before: [before] }));
    const isWhole = own.every(({ after }) => ofAfter.get(after.code)?.length === 1 && isCoast(after, openAfterM2));
    if (own.length < 2 || !isWhole || !isCoast(before, openBeforeM2)) continue;
    split.add(before.code);
    changes.push(changeOf("SPLIT", own));
  }
  for (const after of areas.after) {
    const own = ofAfter.get(after.code) ?? [];
    const isUnion =
      isCoast(after, openAfterM2) &&
      own.every(({ before }) => ofBefore.get(before.code)?.length === 1 && isCoast(before, openBeforeM2));
    const [only] = own;
    if (only === undefined) changes.push(changeOf("NEW", [], { after: [after] }));
    else if (own.length > 1) changes.push(changeOf(isUnion ? "MERGED" : "REDRAWN", own));
    else if (!split.has(only.before.code)) changes.push(changeOf(isUnion ? kindOfSame(only) : "REDRAWN", own));
  }
  return changes.sort(compareChanges);
}

/** What no area of the other edition covers of each, by code; parts and wholes are measured apart, so never below 0. */
function openM2(
  layer: readonly NamedArea[],
  pairs: LayerComparison,
  side: "beforeCode" | "afterCode",
): ReadonlyMap<string, number> {
  const coveredM2 = new Map<string, number>();
  for (const pair of pairs) coveredM2.set(pair[side], (coveredM2.get(pair[side]) ?? 0) + pair.areaM2);
  return new Map(layer.map(({ code, areaM2 }) => [code, Math.max(0, areaM2 - (coveredM2.get(code) ?? 0))]));
}

/** The overlaps that are no slivers; those of people alone, without land, are none. */
function realPieces({ before, after, comparison, toleranceM }: ComparedAreas): readonly ChangePiece[] {
  const [beforeByCode, afterByCode] = [byCode(before), byCode(after)];
  const real = comparison.flatMap(({ beforeCode, afterCode, ...pair }) => {
    const [from, to] = [beforeByCode.get(beforeCode), afterByCode.get(afterCode)];
    if (from === undefined || to === undefined) return [];
    if (pair.areaM2 === 0 || isSliverBetween(pair, [from.areaM2, to.areaM2], toleranceM)) return [];
    return [{ ...pair, before: from, after: to }];
  });
  const mostOf = (side: "before" | "after") => {
    const most = new Map<string, (typeof real)[number]>();
    for (const piece of real) {
      const known = most.get(piece[side].code);
      if (known === undefined || compareSize(piece, known) > 0) most.set(piece[side].code, piece);
    }
    return most;
  };
  const [mostOfBefore, mostOfAfter] = [mostOf("before"), mostOf("after")];
  return real.map((piece) => ({
    ...piece,
    isMain: mostOfBefore.get(piece.before.code) === piece && mostOfAfter.get(piece.after.code) === piece,
  }));
}

interface Sized {
  readonly areaM2: number;
  readonly population: number | null;
}

/** Above 0 when there is more in the first: by people where they are known, then by land. */
function compareSize(one: Sized, other: Sized): number {
  return (one.population ?? 0) - (other.population ?? 0) || one.areaM2 - other.areaM2;
}

function kindOfSame({ before, after }: ChangePiece): ChangeKind {
  if (before.code !== after.code) return "RECODED";
  return before.name === after.name ? "UNCHANGED" : "RENAMED";
}

function distinct(areas: readonly NamedArea[]): readonly NamedArea[] {
  return [...new Set(areas)].sort((one, other) => (one.code < other.code ? -1 : 1));
}

function sumOf(areas: readonly NamedArea[], amounts: ReadonlyMap<string, number>): number {
  return areas.reduce((sum, { code }) => sum + (amounts.get(code) ?? 0), 0);
}

function compareChanges(one: AreaChange, other: AreaChange): number {
  const kinds = CHANGE_KINDS.indexOf(one.kind) - CHANGE_KINDS.indexOf(other.kind);
  return kinds || (codeOf(one) < codeOf(other) ? -1 : 1);
}

function codeOf({ before, after }: AreaChange): string {
  return after[0]?.code ?? before[0]?.code ?? "";
}

function byCode(areas: readonly NamedArea[]): ReadonlyMap<string, NamedArea> {
  return new Map(areas.map((area) => [area.code, area]));
}
