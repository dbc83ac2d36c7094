import { holdsCircle } from "../overlap/holds-circle.js";
import { layerOverlaps } from "../overlap/layer-overlaps.js";
import { overlapIsThicker, uncoveredThicknessM } from "../overlap/thickness.js";
import { areaText, type ExaminedArea, type ExaminedLayer, type Finding, someOf } from "./finding.js";
import { kmText, percentText } from "./lengths.js";

/** How much of one layer another covers. */
export interface Coverage {
  readonly layer: string;
  readonly by: string;
  /** Share of the layer's land, 0 to 1. */
  readonly share: number;
  /** The same of those of its areas alone that the other meets. */
  readonly shareOfMet: number;
  /** Areas that the other does not meet but for slivers. */
  readonly notCovered: readonly ExaminedArea[];
  /** The thickest piece that reaches beyond the other layer, of the areas that it meets, metres. */
  readonly thickestBeyondM: number;
}

const LEAST_SHARE = 1e-3; // of an area, beyond the other layer, that is looked at more closely
const HALF = 0.5; // an overlap that is more of either side is real, however thin
const MOST_LOOKED_AT = 50; // areas, the ones that reach out most: to look is slow

/** How much of a layer another covers, and what lies outside; what is no thicker than the tolerance covers nothing. */
export function coverage(layer: ExaminedLayer, by: ExaminedLayer, toleranceM: number): Coverage {
  const covered = new Float64Array(layer.areas.length);
  const isMet = new Uint8Array(layer.areas.length);
  const pairs = layerOverlaps(layer.measured, by.measured);
  for (const { a, b, areaM2 } of pairs) {
    covered[a] = (covered[a] ?? 0) + areaM2;
    if (areaM2 > HALF * Math.min(layer.measured.areaM2[a] ?? 0, by.measured.areaM2[b] ?? 0)) isMet[a] = 1;
  }
  // To measure how thick an overlap is takes long: only where all depends on it, and there is room for a thick one.
  for (const { a, b, areaM2 } of pairs) {
    if (isMet[a] === 1 || !holdsCircle(areaM2, toleranceM)) continue;
    if (overlapIsThicker(layer.measured, a, by.measured, b, toleranceM)) isMet[a] = 1;
  }
  const shares = layer.areas.map((area, i) => {
    const areaM2 = layer.measured.areaM2[i] ?? 0;
    return { area, i, areaM2, coveredM2: covered[i] ?? 0, share: areaM2 === 0 ? 1 : (covered[i] ?? 0) / areaM2 };
  });
  const met = shares.filter(({ i }) => isMet[i] === 1);
  const beyond = met
    .filter(({ share }) => share < 1 - LEAST_SHARE)
    .sort((p, q) => q.areaM2 - q.coveredM2 - (p.areaM2 - p.coveredM2))
    .slice(0, MOST_LOOKED_AT);
  const thicknesses = beyond.map(({ i }) => uncoveredThicknessM(layer.measured, i, by.measured));
  return {
    layer: layer.title,
    by: by.title,
    share: shareOf(shares),
    shareOfMet: shareOf(met),
    notCovered: shares.filter(({ i }) => isMet[i] === 0).map(({ area }) => area),
    thickestBeyondM: Math.max(0, ...thicknesses),
  };
}

function shareOf(items: readonly { readonly areaM2: number; readonly coveredM2: number }[]): number {
  const areaM2 = items.reduce((sum, item) => sum + item.areaM2, 0);
  return areaM2 === 0 ? 1 : Math.min(1, items.reduce((sum, item) => sum + item.coveredM2, 0) / areaM2);
}

/** How findings on coverage are told. */
export interface CoverageTelling {
  readonly toleranceM: number;
  /** What becomes of areas that are not covered. */
  readonly consequence: string;
}

/** What the coverage of a layer has to say to its reader. */
export function coverageFindings(
  coverage: Coverage,
  back: Coverage,
  { toleranceM, consequence }: CoverageTelling,
): Finding[] {
  const { layer, by, notCovered, shareOfMet, thickestBeyondM } = coverage;
  const findings: Finding[] = [];
  const none = { layer, mended: null, at: null, shape: null };
  if (notCovered.length > 0) {
    const what = `${by} does not cover ${whatLiesOutside(notCovered)}; ${consequence}`;
    findings.push({ kind: "NOT_COVERED", areas: notCovered.map(areaText), what, ...none });
  }
  if (thickestBeyondM > toleranceM) {
    const size = `${percentText(1 - shareOfMet)} of the land of the areas that ${by} meets lies beyond it, up to ${kmText(thickestBeyondM)} thick`;
    findings.push({
      kind: "BEYOND",
      areas: [],
      what: `${size}${isClippedElse(coverage, back) ? CLIPPED : ""}`,
      ...none,
    });
  }
  return findings;
}

const CLIPPED =
  ": one layer may be clipped to the coast and the other not; take both clipped (ONS: BFC, BGC, BUC) or both to the extent of the realm (BFE, BGE)";

// A layer that goes out to sea reaches beyond the other far more than the other beyond it, and by more than drawing.
function isClippedElse({ shareOfMet }: Coverage, back: Coverage): boolean {
  const [beyond, behind] = [1 - shareOfMet, 1 - back.shareOfMet];
  return beyond > 0.005 && beyond > 4 * behind;
}

const COUNTRIES: Readonly<Record<string, string>> = { E: "England", W: "Wales", S: "Scotland", N: "Northern Ireland" };

/** `54 areas: 32 in Scotland, 22 in Wales (Aberdeen City, …)`. */
function whatLiesOutside(areas: readonly ExaminedArea[]): string {
  const names = someOf(areas.map(areaText), 6);
  const counts = new Map<string, number>();
  for (const { code } of areas) {
    const country = /^[EWSN]\d{8}$/.test(code) ? COUNTRIES[code.slice(0, 1)] : undefined;
    if (country === undefined) return `${areas.length === 1 ? "1 area" : `${areas.length} areas`}: ${names}`;
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const byCountry = [...counts].map(([country, count]) => `${count} in ${country}`).join(", ");
  return `${areas.length === 1 ? "1 area" : `${areas.length} areas`}: ${byCountry} (${names})`;
}
