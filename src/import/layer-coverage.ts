import { canContainCircle, isOverlapThicker, overlayAreas, uncoveredThicknessM } from "@coterminous/overlap";
import type { LayerName } from "../model/layer.js";
import { isOnsCode } from "./columns/code-patterns.js";
import { ImportError } from "./import-error.js";
import type { ImportedLayer, ProjectedLayer } from "./import-layer.js";
import { abbreviateList, areaLabel, formatLength, formatPercent } from "./repair/format.js";
import type { InspectedArea, InspectedLayer } from "./repair/result.js";

/** How much of one layer another covers. */
export interface Coverage {
  readonly layer: string;
  readonly by: string;
  /** Share of the layer's land, 0 to 1. */
  readonly share: number;
  /** Share of the land of those areas that overlap the other layer, 0 to 1. */
  readonly shareOfMet: number;
  /** Areas that share at most slivers with the other layer. */
  readonly notCovered: readonly InspectedArea[];
  /** Thickness of the thickest piece beyond the other layer, of areas that overlap it, metres. */
  readonly thickestBeyondM: number;
}

const MIN_UNCOVERED_SHARE = 1e-3; // of an area, for its land beyond the other layer to be measured
const REAL_OVERLAP_SHARE = 0.5; // an overlap with more of either area is real, however thin
const MAX_INSPECTED_AREAS = 50; // measuring thickness is slow: only those with most land beyond

/** How much of a layer another covers, and what lies outside; an overlap no thicker than the tolerance does not count. */
export function coverage(layer: InspectedLayer, by: InspectedLayer, toleranceM: number): Coverage {
  const covered = new Float64Array(layer.areas.length);
  const isMet = new Uint8Array(layer.areas.length);
  const pairs = overlayAreas(layer.prepared, by.prepared);
  for (const { a, b, areaM2 } of pairs) {
    covered[a] = (covered[a] ?? 0) + areaM2;
    if (areaM2 > REAL_OVERLAP_SHARE * Math.min(layer.prepared.areaM2[a] ?? 0, by.prepared.areaM2[b] ?? 0)) isMet[a] = 1;
  }
  // Measuring thickness is slow: only for areas without a real overlap yet, where a thick one fits.
  for (const { a, b, areaM2 } of pairs) {
    if (isMet[a] === 1 || !canContainCircle(areaM2, toleranceM)) continue;
    if (isOverlapThicker(layer.prepared, a, by.prepared, b, toleranceM)) isMet[a] = 1;
  }
  const shares = layer.areas.map((area, i) => {
    const areaM2 = layer.prepared.areaM2[i] ?? 0;
    return { area, i, areaM2, coveredM2: covered[i] ?? 0, share: areaM2 === 0 ? 1 : (covered[i] ?? 0) / areaM2 };
  });
  const met = shares.filter(({ i }) => isMet[i] === 1);
  const beyond = met
    .filter(({ share }) => share < 1 - MIN_UNCOVERED_SHARE)
    .sort((p, q) => q.areaM2 - q.coveredM2 - (p.areaM2 - p.coveredM2))
    .slice(0, MAX_INSPECTED_AREAS);
  const thicknesses = beyond.map(({ i }) => uncoveredThicknessM(layer.prepared, i, by.prepared));
  return {
    layer: layer.title,
    by: by.title,
    share: coverageShare(shares),
    shareOfMet: coverageShare(met),
    notCovered: shares.filter(({ i }) => isMet[i] === 0).map(({ area }) => area),
    thickestBeyondM: Math.max(0, ...thicknesses),
  };
}

function coverageShare(items: readonly { readonly areaM2: number; readonly coveredM2: number }[]): number {
  const areaM2 = items.reduce((sum, item) => sum + item.areaM2, 0);
  return areaM2 === 0 ? 1 : Math.min(1, items.reduce((sum, item) => sum + item.coveredM2, 0) / areaM2);
}

/** A sentence about the coverage of a layer, without its full stop. */
export interface CoverageNote {
  readonly kind: "NOT_COVERED" | "BEYOND";
  readonly areas: readonly string[];
  readonly what: string;
}

/** What determines the notes on a layer's coverage. */
export interface CoverageContext {
  /** The coverage the other way round. */
  readonly back: Coverage;
  readonly toleranceM: number;
  /** What happens to areas that are not covered. */
  readonly consequence: string;
}

/** The notes on a layer's coverage: areas that are not covered, and land beyond the other layer. */
export function describeCoverage(
  coverage: Coverage,
  { back, toleranceM, consequence }: CoverageContext,
): CoverageNote[] {
  const { by, notCovered, shareOfMet, thickestBeyondM } = coverage;
  const notes: CoverageNote[] = [];
  if (notCovered.length > 0) {
    const what = `${by} does not cover ${summarizeUncovered(notCovered)}; ${consequence}`;
    notes.push({ kind: "NOT_COVERED", areas: notCovered.map(areaLabel), what });
  }
  if (thickestBeyondM > toleranceM) {
    const size = `${formatPercent(1 - shareOfMet)} of the land of areas that overlap ${by} lies beyond it, up to ${formatLength(thickestBeyondM)} thick`;
    notes.push({
      kind: "BEYOND",
      areas: [],
      what: `${size}${isClippedDifferently(coverage, back) ? CLIPPED_HINT : ""}`,
    });
  }
  return notes;
}

const CLIPPED_HINT =
  ". One layer may be clipped to the coast and the other not: use both clipped (ONS: BFC, BGC, BUC) or both to the extent of the realm (BFE, BGE)";

const MIN_COASTAL_SHARE = 0.005; // less comes from different drawings
const COASTAL_RATIO = 4;

// A layer that extends into the sea has far more land beyond the other than the other beyond it.
function isClippedDifferently({ shareOfMet }: Coverage, back: Coverage): boolean {
  const [beyond, beyondBack] = [1 - shareOfMet, 1 - back.shareOfMet];
  return beyond > MIN_COASTAL_SHARE && beyond > COASTAL_RATIO * beyondBack;
}

const COUNTRIES: Readonly<Record<string, string>> = { E: "England", W: "Wales", S: "Scotland", N: "Northern Ireland" };

/** `54 areas: 32 in Scotland, 22 in Wales (Aberdeen City, …)`. */
function summarizeUncovered(areas: readonly InspectedArea[]): string {
  const names = abbreviateList(areas.map(areaLabel), 6);
  const total = areas.length === 1 ? "1 area" : `${areas.length} areas`;
  const counts = new Map<string, number>();
  for (const { code } of areas) {
    const country = isOnsCode(code) ? COUNTRIES[code.slice(0, 1)] : undefined;
    if (country === undefined) return `${total}: ${names}`;
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const byCountry = [...counts].map(([country, count]) => `${count} in ${country}`).join(", ");
  return `${total}: ${byCountry} (${names})`;
}

/** The layers of an edition, with notes on how they cover each other. */
export interface MatchedLayers {
  readonly layers: readonly ImportedLayer[];
  readonly notes: readonly string[];
}

const TIERS: readonly LayerName[] = ["upper_tier", "lower_tier"];

/**
 * Layers without the authorities and members that share at most slivers with the footprints. An authority that overlaps
 * one in either tier stays in both.
 *
 * @throws {ImportError} when a layer has no area left
 */
export function dropUnmatchedAreas(layers: readonly ProjectedLayer[], toleranceM: number): MatchedLayers {
  const inspected = layers.map((layer) => ({ ...layer, title: layer.file.file }));
  const footprints = inspected.find(({ layer }) => layer === "footprints");
  if (footprints === undefined) return { layers, notes: [] };
  const compared = inspected
    .filter((layer) => layer !== footprints)
    .map((layer) => {
      const byFootprints = coverage(layer, footprints, toleranceM);
      const ofFootprints = coverage(footprints, layer, toleranceM);
      return { layer: layer.layer, codes: codesWithMatch(layer.areas, byFootprints), byFootprints, ofFootprints };
    });
  const inTiers = new Set(compared.filter(({ layer }) => TIERS.includes(layer)).flatMap(({ codes }) => codes));
  const matched = layers.map((layer) => {
    const own = compared.find((other) => other.layer === layer.layer);
    if (own === undefined) return layer; // the footprints
    const codes = TIERS.includes(layer.layer) ? inTiers : new Set(own.codes);
    return { ...layer, areas: layer.areas.filter(({ code }) => codes.has(code)) };
  });
  const empty = matched.find(({ areas }) => areas.length === 0);
  if (empty !== undefined) {
    throw new ImportError({
      where: `${empty.file.file} and ${footprints.title}`,
      what: "the layers share slivers at most",
      remedy: "give layers of the same place, and check their coordinate systems",
    });
  }
  const notes = compared.flatMap(({ byFootprints, ofFootprints }) => [
    ...coverageNotes(byFootprints, { back: ofFootprints, toleranceM, consequence: "they are left out of the edition" }),
    ...coverageNotes(ofFootprints, { back: byFootprints, toleranceM, consequence: "they stay, without overlaps" }),
  ]);
  return { layers: matched, notes };
}

function codesWithMatch(areas: ProjectedLayer["areas"], { notCovered }: Coverage): string[] {
  const unmatched = new Set(notCovered.map(({ code }) => code));
  return areas.map(({ code }) => code).filter((code) => !unmatched.has(code));
}

function coverageNotes(coverage: Coverage, context: CoverageContext): string[] {
  return describeCoverage(coverage, context).map(({ what }) => `${coverage.layer}: ${what}.`);
}
