import { canContainCircle, isOverlapThicker, overlayAreas, uncoveredThicknessM } from "@coterminous/overlap";
import type { LayerName } from "../model/layer.js";
import { ImportError } from "./import-error.js";
import type { ImportedLayer, ProjectedLayer } from "./import-layer.js";
import { formatLength, formatPercent } from "./repair/format.js";
import { abbreviateList, areaLabel, type Finding, type InspectedArea, type InspectedLayer } from "./repair/result.js";

/** How much of one layer another covers. */
export interface Coverage {
  readonly layer: string;
  readonly by: string;
  /** Share of the layer's land, 0 to 1. */
  readonly share: number;
  /** The same of those of its areas alone that the other meets. */
  readonly shareOfMet: number;
  /** Areas that the other does not meet but for slivers. */
  readonly notCovered: readonly InspectedArea[];
  /** The thickest piece that reaches beyond the other layer, of the areas that it meets, metres. */
  readonly thickestBeyondM: number;
}

const MIN_UNCOVERED_SHARE = 1e-3; // of an area, beyond the other layer, that is looked at more closely
const REAL_OVERLAP_SHARE = 0.5; // an overlap that is more of either side is real, however thin
const MAX_INSPECTED_AREAS = 50; // areas, the ones that reach out most: to look is slow

/** How much of a layer another covers, and what lies outside; what is no thicker than the tolerance covers nothing. */
export function coverage(layer: InspectedLayer, by: InspectedLayer, toleranceM: number): Coverage {
  const covered = new Float64Array(layer.areas.length);
  const isMet = new Uint8Array(layer.areas.length);
  const pairs = overlayAreas(layer.prepared, by.prepared);
  for (const { a, b, areaM2 } of pairs) {
    covered[a] = (covered[a] ?? 0) + areaM2;
    if (areaM2 > REAL_OVERLAP_SHARE * Math.min(layer.prepared.areaM2[a] ?? 0, by.prepared.areaM2[b] ?? 0)) isMet[a] = 1;
  }
  // To measure how thick an overlap is takes long: only where all depends on it, and there is room for a thick one.
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

/** How findings on coverage are told. */
export interface CoverageContext {
  readonly toleranceM: number;
  /** What becomes of areas that are not covered. */
  readonly consequence: string;
}

/** What the coverage of a layer has to say to its reader. */
export function describeCoverage(
  coverage: Coverage,
  back: Coverage,
  { toleranceM, consequence }: CoverageContext,
): Finding[] {
  const { layer, by, notCovered, shareOfMet, thickestBeyondM } = coverage;
  const findings: Finding[] = [];
  const none = { layer, mended: null, at: null, shape: null };
  if (notCovered.length > 0) {
    const what = `${by} does not cover ${summarizeUncovered(notCovered)}; ${consequence}`;
    findings.push({ kind: "NOT_COVERED", areas: notCovered.map(areaLabel), what, ...none });
  }
  if (thickestBeyondM > toleranceM) {
    const size = `${formatPercent(1 - shareOfMet)} of the land of the areas that ${by} meets lies beyond it, up to ${formatLength(thickestBeyondM)} thick`;
    findings.push({
      kind: "BEYOND",
      areas: [],
      what: `${size}${isClippedDifferently(coverage, back) ? CLIPPED_HINT : ""}`,
      ...none,
    });
  }
  return findings;
}

const CLIPPED_HINT =
  ": one layer may be clipped to the coast and the other not; take both clipped (ONS: BFC, BGC, BUC) or both to the extent of the realm (BFE, BGE)";

// A layer that goes out to sea reaches beyond the other far more than the other beyond it, and by more than drawing.
function isClippedDifferently({ shareOfMet }: Coverage, back: Coverage): boolean {
  const [beyond, behind] = [1 - shareOfMet, 1 - back.shareOfMet];
  return beyond > 0.005 && beyond > 4 * behind;
}

const COUNTRIES: Readonly<Record<string, string>> = { E: "England", W: "Wales", S: "Scotland", N: "Northern Ireland" };

/** `54 areas: 32 in Scotland, 22 in Wales (Aberdeen City, …)`. */
function summarizeUncovered(areas: readonly InspectedArea[]): string {
  const names = abbreviateList(areas.map(areaLabel), 6);
  const counts = new Map<string, number>();
  for (const { code } of areas) {
    const country = /^[EWSN]\d{8}$/.test(code) ? COUNTRIES[code.slice(0, 1)] : undefined;
    if (country === undefined) return `${areas.length === 1 ? "1 area" : `${areas.length} areas`}: ${names}`;
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const byCountry = [...counts].map(([country, count]) => `${count} in ${country}`).join(", ");
  return `${areas.length === 1 ? "1 area" : `${areas.length} areas`}: ${byCountry} (${names})`;
}

/** The layers that an edition is made of, and what is to be said of how they cover each other. */
export interface MatchedLayers {
  readonly layers: readonly ImportedLayer[];
  readonly notes: readonly string[];
}

const TIERS: readonly LayerName[] = ["upper_tier", "lower_tier"];

/**
 * Layers without the authorities and members that meet no footprint but in slivers: nothing could be said of them. An
 * authority that meets one in either tier stays in both.
 *
 * @throws {ImportError} when nothing of a layer is left
 */
export function dropUnmatchedAreas(layers: readonly ProjectedLayer[], toleranceM: number): MatchedLayers {
  const inspected = layers.map((layer) => ({ ...layer, title: layer.file.file }));
  const footprints = inspected.find(({ layer }) => layer === "footprints");
  if (footprints === undefined) return { layers, notes: [] };
  const compared = inspected
    .filter((layer) => layer !== footprints)
    .map((layer) => {
      const there = coverage(layer, footprints, toleranceM);
      const back = coverage(footprints, layer, toleranceM);
      return { layer: layer.layer, codes: codesWithMatch(layer.areas, there), there, back };
    });
  const inTiers = new Set(compared.filter(({ layer }) => TIERS.includes(layer)).flatMap(({ codes }) => codes));
  const kept = layers.map((layer) => {
    const own = compared.find((other) => other.layer === layer.layer);
    if (own === undefined) return layer; // the footprints
    const met = TIERS.includes(layer.layer) ? inTiers : new Set(own.codes);
    return { ...layer, areas: layer.areas.filter(({ code }) => met.has(code)) };
  });
  const empty = kept.find(({ areas }) => areas.length === 0);
  if (empty !== undefined) {
    throw new ImportError({
      where: `${empty.file.file} and ${footprints.title}`,
      what: "have no land in common but slivers",
      remedy: "give layers of the same place, and check in which system their coordinates are",
    });
  }
  const notes = compared.flatMap(({ there, back }) => [
    ...coverageNotes(there, back, toleranceM, "they are left out of the edition"),
    ...coverageNotes(back, there, toleranceM, "they stay in the edition, with no overlaps"),
  ]);
  return { layers: kept, notes };
}

function codesWithMatch(areas: ProjectedLayer["areas"], { notCovered }: Coverage): string[] {
  const unmatched = new Set(notCovered.map(({ code }) => code));
  return areas.map(({ code }) => code).filter((code) => !unmatched.has(code));
}

function coverageNotes(there: Coverage, back: Coverage, toleranceM: number, consequence: string): string[] {
  return describeCoverage(there, back, { toleranceM, consequence }).map(({ layer, what }) => `${layer}: ${what}.`);
}
