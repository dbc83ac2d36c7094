import type { LayerComparison } from "@coterminous/overlap";
import type { IndexedFacts } from "../../model/facts.js";
import type { LayerName } from "../../model/layer.js";
import { type AreaRef, areasOfExistingLayer } from "../areas-of-layer.js";
import { safeShare } from "../shares.js";
import { countText, percentText, shortCouncilName, truncateList } from "../text/english.js";
import { type AreaChange, areaChanges, type ChangePiece } from "./area-changes.js";

/** A change with the figures of what moved. */
export interface DescribedChange extends AreaChange {
  /** Residents of all pieces but the main one; null without population data. */
  readonly populationMoved: number | null;
  readonly areaMovedM2: number;
  /** Later areas whose code belonged to an earlier area elsewhere, by code. */
  readonly codesReused: readonly AreaRef[];
  /** One sentence. */
  readonly summary: string;
}

/** The changes of a layer from one edition to another. */
export interface LayerChanges {
  readonly changes: readonly DescribedChange[];
  /** The coarser of both editions' tolerances, metres. */
  readonly toleranceM: number;
  /** null when the later edition has no population data. */
  readonly populationMoved: number | null;
  readonly areaMovedM2: number;
}

/** The tolerance that two editions are compared at: the coarser of theirs, metres. */
function comparisonToleranceM(before: IndexedFacts, after: IndexedFacts): number {
  return Math.max(before.edition.sliverToleranceM, after.edition.sliverToleranceM);
}

/**
 * The changes of a layer. Population figures are those of the later edition, whose blocks are counted in both layers.
 *
 * @throws {UnknownLayerError} when one of the editions does not have the layer
 */
export function layerChanges(
  before: IndexedFacts,
  after: IndexedFacts,
  { layer, comparison }: { readonly layer: LayerName; readonly comparison: LayerComparison },
): LayerChanges {
  const toleranceM = comparisonToleranceM(before, after);
  const areas = { before: areasOfExistingLayer(before, layer), after: areasOfExistingLayer(after, layer) };
  const elsewhere = codesElsewhere(areas.before, areas.after, comparison);
  const changes = areaChanges({ ...areas, comparison, toleranceM }).map((change) => describeChange(change, elsewhere));
  const isKnown = changes.every(({ populationMoved }) => populationMoved !== null);
  return {
    changes,
    toleranceM,
    populationMoved: isKnown ? sum(changes.map(({ populationMoved }) => populationMoved ?? 0)) : null,
    areaMovedM2: sum(changes.map(({ areaMovedM2 }) => areaMovedM2)),
  };
}

const MAX_SHARED_SHARE = 0.5;

/** The codes that both editions use for areas that share at most half of the land of either. */
function codesElsewhere(
  before: readonly AreaRef[],
  after: readonly AreaRef[],
  pairs: LayerComparison,
): ReadonlySet<string> {
  const sharedM2 = new Map(
    pairs.filter((pair) => pair.beforeCode === pair.afterCode).map(({ afterCode, areaM2 }) => [afterCode, areaM2]),
  );
  const areaM2Before = new Map(before.map(({ code, areaM2 }) => [code, areaM2]));
  const reused = after.filter(({ code, areaM2 }) => {
    const earlierM2 = areaM2Before.get(code);
    const shared = sharedM2.get(code) ?? 0;
    return earlierM2 !== undefined && shared <= MAX_SHARED_SHARE * earlierM2 && shared <= MAX_SHARED_SHARE * areaM2;
  });
  return new Set(reused.map(({ code }) => code));
}

function describeChange(change: AreaChange, elsewhere: ReadonlySet<string>): DescribedChange {
  const moved = change.pieces.filter(({ isMain }) => !isMain);
  const isKnown = change.pieces.every(({ population }) => population !== null);
  const codesReused = change.after.filter(({ code }) => elsewhere.has(code));
  const figures = {
    populationMoved: isKnown ? sum(moved.map(({ population }) => population ?? 0)) : null,
    areaMovedM2: sum(moved.map(({ areaM2 }) => areaM2)),
    codesReused,
  };
  return { ...change, ...figures, summary: changeSummary(change, codesReused) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const MAX_NAMES = 6;

/** A change in one or two sentences: "North Devon and South Devon were merged into Devon." */
function changeSummary(change: AreaChange, codesReused: readonly AreaRef[]): string {
  const codes = codesReused.map(({ code }) => code);
  const warning = codes.length === 0 ? "" : ` Another area had the code ${truncateList(codes, MAX_NAMES)} before.`;
  return sentence(change) + warning;
}

function sentence({ kind, before, after, pieces }: AreaChange): string {
  const [from, to] = [names(before), names(after)];
  switch (kind) {
    case "UNCHANGED":
      return `${to} is unchanged.`;
    case "RENAMED":
      return `${from} is now called ${to}; its boundary is the same.`;
    case "RECODED": {
      const renamed = from === to ? from : `${from} is now called ${to} and`;
      return `${renamed} has the code ${after[0]?.code} instead of ${before[0]?.code}; its boundary is the same.`;
    }
    case "MERGED":
      return `${from} were merged into ${to}.`;
    case "SPLIT":
      return `${from} was split into ${to}.`;
    case "REDRAWN":
      return `${to} was redrawn: it is made of ${truncateList(pieces.map(partText), MAX_NAMES)}.`;
    case "NEW":
      return `${to} lies where there was no area before.`;
    case "GONE":
      return `${from} lies where there is no area now.`;
  }
}

function names(areas: readonly AreaRef[]): string {
  return truncateList(
    areas.map(({ name }) => shortCouncilName(name)),
    MAX_NAMES,
  );
}

/** "12.3% of the land of Surrey (90,210 people)"; without the people where they are not known. */
function partText({ before, areaM2, population }: ChangePiece): string {
  const part = `${percentText(safeShare(areaM2, before.areaM2) ?? 0)} of the land of ${shortCouncilName(before.name)}`;
  return population === null ? part : `${part} (${countText(population)} ${population === 1 ? "person" : "people"})`;
}
