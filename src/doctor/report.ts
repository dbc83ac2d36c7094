import { defaultSliverToleranceM, meanEdgeLengthM } from "@coterminous/overlap";
import type { Feature, FeatureCollection } from "geojson";
import { type Coverage, coverage, describeCoverage } from "../import/layer-coverage.js";
import { areaLabel, formatLength, formatPercent } from "../import/repair/format.js";
import type { InspectedLayer } from "../import/repair/result.js";
import { findEdgeGaps } from "./checks/edge-gaps.js";
import { findEnclosedGaps } from "./checks/enclosed-gaps.js";
import { findInternalOverlaps } from "./checks/internal-overlaps.js";
import { findSimilarNames } from "./checks/similar-names.js";
import { findSliverParts } from "./checks/sliver-parts.js";
import type { Finding, FindingKind } from "./finding.js";

/** One layer in figures. */
export interface LayerSummary {
  readonly layer: string;
  readonly areaCount: number;
  /** Land of all its areas on the ellipsoid, square kilometres. */
  readonly areaKm2: number;
  /** Mean edge length, metres: shows how far the layer was generalised. */
  readonly vertexSpacingM: number;
}

/** Two layers side by side. */
export interface PairSummary {
  readonly layers: readonly [string, string];
  /** Default sliver tolerance for this pair of layers, metres. */
  readonly toleranceM: number;
  readonly coverage: readonly [Coverage, Coverage];
}

/** The figures and findings of some layers. */
export interface DoctorReport {
  readonly layers: readonly LayerSummary[];
  readonly pairs: readonly PairSummary[];
  readonly findings: readonly Finding[];
}

const NOT_COVERED_CONSEQUENCE = "import leaves out authorities that overlap no footprint";

/** Inspects layers in one plane, each by itself and every two together. */
export function inspectLayers(layers: readonly InspectedLayer[]): DoctorReport {
  const pairs = layers.flatMap((one, i) => layers.slice(i + 1).map((other) => summarizePair(one, other)));
  const findings = [
    ...layers.flatMap((layer) => inspectLayer(layer)),
    ...pairs.flatMap(({ coverage: [one, other], toleranceM }) => [
      ...coverageFindings(one, other, toleranceM),
      ...coverageFindings(other, one, toleranceM),
    ]),
  ];
  return { layers: layers.map(summarizeLayer), pairs, findings };
}

function summarizeLayer({ title, areas, prepared }: InspectedLayer): LayerSummary {
  const areaM2 = prepared.areaM2.reduce((sum, area) => sum + area, 0);
  return { layer: title, areaCount: areas.length, areaKm2: areaM2 / 1e6, vertexSpacingM: meanEdgeLengthM(prepared) };
}

function summarizePair(one: InspectedLayer, other: InspectedLayer): PairSummary {
  const toleranceM = Math.max(1, Math.round(defaultSliverToleranceM(one.prepared, other.prepared)));
  return {
    layers: [one.title, other.title],
    toleranceM,
    coverage: [coverage(one, other, toleranceM), coverage(other, one, toleranceM)],
  };
}

function inspectLayer(layer: InspectedLayer): Finding[] {
  const toleranceM = defaultSliverToleranceM(layer.prepared, layer.prepared);
  return [
    ...unrepairableFindings(layer),
    ...repairFindings(layer),
    ...findInternalOverlaps(layer),
    ...findEnclosedGaps(layer, toleranceM),
    ...findEdgeGaps(layer, toleranceM),
    ...findSliverParts(layer),
    ...findSimilarNames(layer),
  ];
}

function unrepairableFindings({ title, unrepairable }: InspectedLayer): Finding[] {
  return unrepairable.map(({ code, name, what, remedy, at }) => {
    const area = areaLabel({ code, name });
    const text = `${area}: ${what}; ${remedy}. The area is not inspected further`;
    return { kind: "INVALID", layer: title, areas: [area], what: text, mended: null, at, shape: null };
  });
}

function repairFindings({ title, repairs }: InspectedLayer): Finding[] {
  return repairs.map(({ code, name, what, done, at }) => {
    const area = areaLabel({ code, name });
    return { kind: "INVALID", layer: title, areas: [area], what: `${area}: ${what}`, mended: done, at, shape: null };
  });
}

function coverageFindings(coverage: Coverage, back: Coverage, toleranceM: number): Finding[] {
  const notes = describeCoverage(coverage, { back, toleranceM, consequence: NOT_COVERED_CONSEQUENCE });
  return notes.map((note) => ({ ...note, layer: coverage.layer, mended: null, at: null, shape: null }));
}

const HEADINGS: Readonly<Record<FindingKind, string>> = {
  INVALID: "Invalid boundaries",
  DUPLICATE: "Areas that occur twice",
  OVERLAP: "Areas of a layer that overlap",
  GAP: "Gaps between areas of a layer",
  HOLE: "Holes in a layer",
  STRAY: "Stray parts",
  NAME: "Similar names",
  NOT_COVERED: "Areas that the other layer does not cover",
  BEYOND: "Land beyond the other layer",
};

const MAX_SHOWN = 40;

/** The report as text: figures first, then the findings under their headings. */
export function reportText({ layers, pairs, findings }: DoctorReport): string {
  const lines = layers.map(
    ({ layer, areaCount, areaKm2, vertexSpacingM }) =>
      `${layer}: ${areaCount} areas, ${Math.round(areaKm2)} km², vertices ${formatLength(vertexSpacingM)} apart`,
  );
  for (const { layers: names, toleranceM, coverage } of pairs) {
    const [first, second] = coverage.map(({ share }) => formatPercent(share));
    lines.push(
      `${names.join(" and ")}: tolerance ${toleranceM} m; ${first} of the first and ${second} of the second covered`,
    );
  }
  for (const [kind, heading] of Object.entries(HEADINGS)) {
    const own = findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) continue;
    lines.push("", `${heading} (${own.length})`, ...own.slice(0, MAX_SHOWN).map(findingLine));
    if (own.length > MAX_SHOWN) lines.push(`  … and ${own.length - MAX_SHOWN} more; --json lists all of them`);
  }
  if (findings.length === 0) lines.push("", "No problems found.");
  return `${lines.join("\n")}\n`;
}

function findingLine({ layer, what, mended: repair, at }: Finding): string {
  const place = at === null ? "" : ` [${at.map((value) => Number(value.toFixed(5))).join(", ")}]`;
  return `  ${layer}: ${what}${place}${repair === null ? "" : ` → ${repair}`}`;
}

/** The places of the findings for a map: the shape where there is one, else a point. */
export function reportGeojson({ findings }: DoctorReport): FeatureCollection {
  const features = findings.flatMap(({ kind, layer, areas, what, mended: repair, at, shape }): Feature[] => {
    if (at === null) return [];
    const properties = { kind, layer, areas: areas.join(", "), what, mended: repair };
    return [{ type: "Feature", properties, geometry: shape ?? { type: "Point", coordinates: [...at] } }];
  });
  return { type: "FeatureCollection", features };
}
