import type { LayerComparison } from "@coterminous/overlap";
import { byCode, compareText } from "../../model/by-code.js";
import { groupBy } from "../../model/group-by.js";
import type { AreaRef } from "../areas-of-layer.js";
import { isSliverBetween } from "../sliver.js";

/** How areas change from one edition to another; docs/words.md defines each kind. */
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

/** The real overlap of an earlier and a later area. */
export interface ChangePiece {
  readonly before: AreaRef;
  readonly after: AreaRef;
  readonly areaM2: number;
  /** null when the later edition has no population data. */
  readonly population: number | null;
  readonly thicknessM: number;
  /** Whether it is the largest piece of both areas. */
  readonly isMain: boolean;
}

/** One change: the earlier areas and the later areas that replaced them. */
export interface AreaChange {
  readonly kind: ChangeKind;
  /** The earlier areas, by code; empty for NEW. */
  readonly before: readonly AreaRef[];
  /** The later areas, by code; empty for GONE. */
  readonly after: readonly AreaRef[];
  /** The overlaps of earlier and later areas without slivers, largest first. */
  readonly pieces: readonly ChangePiece[];
  /** Land of the later areas that the earlier edition does not cover, square metres. */
  readonly gainedM2: number;
  /** Land of the earlier areas that the later edition does not cover, square metres. */
  readonly lostM2: number;
}

/** Two layers and their overlaps. */
interface ComparedAreas {
  readonly before: readonly AreaRef[];
  readonly after: readonly AreaRef[];
  readonly comparison: LayerComparison;
  /** The coarser of both editions' tolerances, metres. */
  readonly toleranceM: number;
}

/**
 * Coasts are redrawn from edition to edition. Land that the other edition does not cover, up to this share of an area, is
 * taken for a redrawn coast; more is a gain or a loss.
 */
const MAX_COAST_SHARE = 0.1;

/**
 * The changes of a layer, by location and not by name or code. Two areas are the same when each is the only real overlap
 * of the other and the other edition covers both, but for a redrawn coast.
 *
 * Every real overlap is in one change, and every area in at least one. Sorted as CHANGE_KINDS, then by code.
 */
export function areaChanges(areas: ComparedAreas): readonly AreaChange[] {
  const context = changeContext(areas);
  const splits = areas.before.filter((before) => isSplit(before, context));
  const splitCodes = new Set(splits.map(({ code }) => code));
  return [
    ...areas.before
      .filter(({ code }) => !context.ofBefore.has(code))
      .map((area) => changeOf("GONE", [], context, area)),
    ...splits.map((before) => changeOf("SPLIT", context.ofBefore.get(before.code) ?? [], context)),
    ...areas.after.flatMap((after) => changeOfLater(after, splitCodes, context) ?? []),
  ].sort(compareChanges);
}

/** The real pieces of every area and the land that the other edition does not cover, by code. */
interface ChangeContext {
  readonly ofBefore: ReadonlyMap<string, readonly ChangePiece[]>;
  readonly ofAfter: ReadonlyMap<string, readonly ChangePiece[]>;
  readonly lostM2: ReadonlyMap<string, number>;
  readonly gainedM2: ReadonlyMap<string, number>;
}

function changeContext(areas: ComparedAreas): ChangeContext {
  const pieces = realPieces(areas);
  return {
    ofBefore: groupBy(pieces, ({ before }) => before.code),
    ofAfter: groupBy(pieces, ({ after }) => after.code),
    lostM2: uncoveredM2(areas.before, areas.comparison, "beforeCode"),
    gainedM2: uncoveredM2(areas.after, areas.comparison, "afterCode"),
  };
}

/** Whether an earlier area became two or more later ones that are wholly inside it. */
function isSplit(before: AreaRef, { ofBefore, ofAfter, lostM2, gainedM2 }: ChangeContext): boolean {
  const own = ofBefore.get(before.code) ?? [];
  const isWhole = own.every(({ after }) => ofAfter.get(after.code)?.length === 1 && isCoast(after, gainedM2));
  return own.length >= 2 && isWhole && isCoast(before, lostM2);
}

/** The change that a later area results from; null when it is part of a split. */
function changeOfLater(after: AreaRef, splitCodes: ReadonlySet<string>, context: ChangeContext): AreaChange | null {
  const { ofBefore, ofAfter, lostM2, gainedM2 } = context;
  const own = ofAfter.get(after.code) ?? [];
  const [only, ...others] = own;
  if (only === undefined) return changeOf("NEW", [], context, after);
  const isUnion =
    isCoast(after, gainedM2) &&
    own.every(({ before }) => ofBefore.get(before.code)?.length === 1 && isCoast(before, lostM2));
  if (others.length > 0) return changeOf(isUnion ? "MERGED" : "REDRAWN", own, context);
  if (splitCodes.has(only.before.code)) return null;
  return changeOf(isUnion ? kindOfSame(only) : "REDRAWN", own, context);
}

/** Whether the uncovered land of an area is no more than a redrawn coast. */
function isCoast({ code, areaM2 }: AreaRef, uncovered: ReadonlyMap<string, number>): boolean {
  return (uncovered.get(code) ?? 0) <= MAX_COAST_SHARE * areaM2;
}

/** A change of the areas of some pieces; of the area itself when it is NEW or GONE and has none. */
function changeOf(
  kind: ChangeKind,
  pieces: readonly ChangePiece[],
  { lostM2, gainedM2 }: ChangeContext,
  area?: AreaRef,
): AreaChange {
  const before = kind === "GONE" && area !== undefined ? [area] : distinctAreas(pieces.map((piece) => piece.before));
  const after = kind === "NEW" && area !== undefined ? [area] : distinctAreas(pieces.map((piece) => piece.after));
  return {
    kind,
    before,
    after,
    pieces: pieces.toSorted((one, other) => compareSize(other, one)),
    gainedM2: sumOf(after, gainedM2),
    lostM2: sumOf(before, lostM2),
  };
}

/** Land of each area that the other edition does not cover, by code; at least 0, as parts and wholes are measured separately. */
function uncoveredM2(
  layer: readonly AreaRef[],
  pairs: LayerComparison,
  side: "beforeCode" | "afterCode",
): ReadonlyMap<string, number> {
  const coveredM2 = new Map<string, number>();
  for (const pair of pairs) coveredM2.set(pair[side], (coveredM2.get(pair[side]) ?? 0) + pair.areaM2);
  return new Map(layer.map(({ code, areaM2 }) => [code, Math.max(0, areaM2 - (coveredM2.get(code) ?? 0))]));
}

/** The overlaps that have land and are not slivers. */
function realPieces({ before, after, comparison, toleranceM }: ComparedAreas): readonly ChangePiece[] {
  const [beforeByCode, afterByCode] = [indexByCode(before), indexByCode(after)];
  const real = comparison.flatMap(({ beforeCode, afterCode, ...pair }) => {
    const [from, to] = [beforeByCode.get(beforeCode), afterByCode.get(afterCode)];
    if (from === undefined || to === undefined) return [];
    if (pair.areaM2 === 0 || isSliverBetween(pair, [from.areaM2, to.areaM2], toleranceM)) return [];
    return [{ ...pair, before: from, after: to }];
  });
  const largestBy = (side: "before" | "after") => {
    const largestByCode = new Map<string, (typeof real)[number]>();
    for (const piece of real) {
      const largest = largestByCode.get(piece[side].code);
      if (largest === undefined || compareSize(piece, largest) > 0) largestByCode.set(piece[side].code, piece);
    }
    return largestByCode;
  };
  const [largestOfBefore, largestOfAfter] = [largestBy("before"), largestBy("after")];
  return real.map((piece) => ({
    ...piece,
    isMain: largestOfBefore.get(piece.before.code) === piece && largestOfAfter.get(piece.after.code) === piece,
  }));
}

interface Sized {
  readonly areaM2: number;
  readonly population: number | null;
}

/** Above 0 when the first is larger: by population where it is known, then by land. */
function compareSize(one: Sized, other: Sized): number {
  return (one.population ?? 0) - (other.population ?? 0) || one.areaM2 - other.areaM2;
}

function kindOfSame({ before, after }: ChangePiece): ChangeKind {
  if (before.code !== after.code) return "RECODED";
  return before.name === after.name ? "UNCHANGED" : "RENAMED";
}

function distinctAreas(areas: readonly AreaRef[]): readonly AreaRef[] {
  return [...new Set(areas)].sort(byCode);
}

function sumOf(areas: readonly AreaRef[], amounts: ReadonlyMap<string, number>): number {
  return areas.reduce((sum, { code }) => sum + (amounts.get(code) ?? 0), 0);
}

function compareChanges(one: AreaChange, other: AreaChange): number {
  const kinds = CHANGE_KINDS.indexOf(one.kind) - CHANGE_KINDS.indexOf(other.kind);
  return kinds || compareText(codeOf(one), codeOf(other));
}

function codeOf({ before, after }: AreaChange): string {
  return after[0]?.code ?? before[0]?.code ?? "";
}

function indexByCode(areas: readonly AreaRef[]): ReadonlyMap<string, AreaRef> {
  return new Map(areas.map((area) => [area.code, area]));
}
