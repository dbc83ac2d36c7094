import type { IndexedFacts } from "../model/facts.js";
import type { LayerName } from "../model/layer.js";
import type { LayerComparison } from "../model/layer-comparison.js";
import { type AreaChange, areaChanges } from "./area-changes.js";
import { areasOfKnownLayer, type NamedArea } from "./areas-of-layer.js";
import { changeSummary } from "./change-summary.js";

/** What became of some areas, with what moved. */
export interface ToldChange extends AreaChange {
  /** Residents in pieces that are not the main one of both their areas; null when people are not known. */
  readonly populationMoved: number | null;
  readonly areaMovedM2: number;
  /** Later areas with the code that an earlier area elsewhere had, by code. */
  readonly codesReused: readonly NamedArea[];
  /** One sentence. */
  readonly summary: string;
}

/** What changed in a layer from one edition to another. */
export interface LayerChanges {
  readonly changes: readonly ToldChange[];
  /** Metres: the coarser of both editions' tolerances. */
  readonly toleranceM: number;
  /** null when the later edition does not know people. */
  readonly populationMoved: number | null;
  readonly areaMovedM2: number;
}

/** How far two editions' layers are measured against each other: to the tolerance of the coarser. */
export function comparedToleranceM(before: IndexedFacts, after: IndexedFacts): number {
  return Math.max(before.edition.sliverToleranceM, after.edition.sliverToleranceM);
}

/**
 * What became of every area of a layer. People are those of the later edition: its blocks, counted in both layers.
 *
 * @throws {LayerMissingError} when one of the editions lacks the layer
 */
export function layerChanges(
  before: IndexedFacts,
  after: IndexedFacts,
  { layer, comparison }: { readonly layer: LayerName; readonly comparison: LayerComparison },
): LayerChanges {
  const toleranceM = comparedToleranceM(before, after);
  const areas = { before: areasOfKnownLayer(before, layer), after: areasOfKnownLayer(after, layer) };
  const elsewhere = codesElsewhere(areas.before, areas.after, comparison);
  const changes = areaChanges({ ...areas, comparison, toleranceM }).map((change) => told(change, elsewhere));
  const isKnown = changes.every(({ populationMoved }) => populationMoved !== null);
  return {
    changes,
    toleranceM,
    populationMoved: isKnown ? sum(changes.map(({ populationMoved }) => populationMoved ?? 0)) : null,
    areaMovedM2: sum(changes.map(({ areaMovedM2 }) => areaMovedM2)),
  };
}

const MOST = 0.5;

/** The codes that both editions use, for areas that are not half of each other's land. */
function codesElsewhere(
  before: readonly NamedArea[],
  after: readonly NamedArea[],
  pairs: LayerComparison,
): ReadonlySet<string> {
  const sharedM2 = new Map(
    pairs.filter((pair) => pair.beforeCode === pair.afterCode).map(({ afterCode, areaM2 }) => [afterCode, areaM2]),
  );
  const areaM2Before = new Map(before.map(({ code, areaM2 }) => [code, areaM2]));
  const reused = after.filter(({ code, areaM2 }) => {
    const earlierM2 = areaM2Before.get(code);
    const shared = sharedM2.get(code) ?? 0;
    return earlierM2 !== undefined && shared <= MOST * earlierM2 && shared <= MOST * areaM2;
  });
  return new Set(reused.map(({ code }) => code));
}

function told(change: AreaChange, elsewhere: ReadonlySet<string>): ToldChange {
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
