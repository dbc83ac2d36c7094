import { defaultSliverToleranceM, meanEdgeLengthM } from "@coterminous/overlap";
import type { Feature, FeatureCollection } from "geojson";
import { type Coverage, coverage, describeCoverage } from "../import/layer-coverage.js";
import { findInternalOverlaps } from "../import/overlapping-areas.js";
import { formatLength, formatPercent } from "../import/repair/format.js";
import { areaLabel, type Finding, type FindingKind, type InspectedLayer } from "../import/repair/result.js";
import { findEdgeGaps } from "./checks/edge-gaps.js";
import { findEnclosedGaps } from "./checks/enclosed-gaps.js";
import { findSimilarNames } from "./checks/similar-names.js";
import { findSliverParts } from "./checks/sliver-parts.js";

/** One layer in figures. */
export interface LayerSummary {
  readonly layer: string;
  readonly areaCount: number;
  /** Land of all its areas on the ellipsoid, square kilometres. */
  readonly areaKm2: number;
  /** Mean length of an edge: how far it was generalised, metres. */
  readonly vertexSpacingM: number;
}

/** Two layers side by side. */
export interface PairSummary {
  readonly layers: readonly [string, string];
  /** What the layers' overlaps are told from slivers by when nobody says otherwise, metres. */
  readonly toleranceM: number;
  readonly coverage: readonly [Coverage, Coverage];
}

/** What was found in some layers. */
export interface DoctorReport {
  readonly layers: readonly LayerSummary[];
  readonly pairs: readonly PairSummary[];
  readonly findings: readonly Finding[];
}

const NOT_COVERED_CONSEQUENCE =
  "an edition has no place for authorities that no footprint meets: import leaves them out";

/** Looks at layers, each by itself and every two together. They are to lie in one plane. */
export function inspectLayers(layers: readonly InspectedLayer[]): DoctorReport {
  const pairs = layers.flatMap((one, i) => layers.slice(i + 1).map((other) => summarizePair(one, other)));
  const findings = [
    ...layers.flatMap((layer) => inspectLayer(layer)),
    ...pairs.flatMap(({ coverage: [there, back], toleranceM }) => [
      ...describeCoverage(there, back, { toleranceM, consequence: NOT_COVERED_CONSEQUENCE }),
      ...describeCoverage(back, there, { toleranceM, consequence: NOT_COVERED_CONSEQUENCE }),
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
    const text = `${area}: ${what}; ${remedy}. It is not looked at further`;
    return { kind: "INVALID", layer: title, areas: [area], what: text, mended: null, at, shape: null };
  });
}

function repairFindings({ title, repairs }: InspectedLayer): Finding[] {
  return repairs.map(({ code, name, what, done, at }) => {
    const area = areaLabel({ code, name });
    return { kind: "INVALID", layer: title, areas: [area], what: `${area}: ${what}`, mended: done, at, shape: null };
  });
}

const HEADINGS: Readonly<Record<FindingKind, string>> = {
  INVALID: "Boundaries that are not valid",
  DUPLICATE: "Areas that are there twice",
  OVERLAP: "Land that two areas of a layer have",
  GAP: "Gaps between areas of a layer",
  HOLE: "Holes in a layer",
  STRAY: "Stray parts",
  NAME: "Names that look alike",
  NOT_COVERED: "Not covered by the other layer",
  BEYOND: "Land beyond the other layer",
};

const MAX_SHOWN = 40;

/** What was found, for people to read: figures first, then the findings under their headings. */
export function reportText({ layers, pairs, findings }: DoctorReport): string {
  const lines = layers.map(
    ({ layer, areaCount, areaKm2, vertexSpacingM }) =>
      `${layer}: ${areaCount} areas, ${Math.round(areaKm2)} km², vertices ${formatLength(vertexSpacingM)} apart`,
  );
  for (const { layers: names, toleranceM, coverage } of pairs) {
    const [there, back] = coverage.map(({ share }) => formatPercent(share));
    lines.push(
      `${names.join(" and ")}: tolerance ${toleranceM} m; ${there} of the first and ${back} of the second covered`,
    );
  }
  for (const [kind, heading] of Object.entries(HEADINGS)) {
    const own = findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) continue;
    lines.push("", `${heading} (${own.length})`, ...own.slice(0, MAX_SHOWN).map(findingLine));
    if (own.length > MAX_SHOWN) lines.push(`  … and ${own.length - MAX_SHOWN} more: --json has them all`);
  }
  if (findings.length === 0) lines.push("", "Nothing is wrong with them.");
  return `${lines.join("\n")}\n`;
}

function findingLine({ layer, what, mended, at }: Finding): string {
  const place = at === null ? "" : ` [${at.map((value) => Number(value.toFixed(5))).join(", ")}]`;
  return `  ${layer}: ${what}${place}${mended === null ? "" : ` → ${mended}`}`;
}

/** The places of the findings, to be opened in a map: shapes where there are some, points elsewhere. */
export function reportGeojson({ findings }: DoctorReport): FeatureCollection {
  const features = findings.flatMap(({ kind, layer, areas, what, mended, at, shape }): Feature[] => {
    if (at === null) return [];
    const properties = { kind, layer, areas: areas.join(", "), what, mended };
    return [{ type: "Feature", properties, geometry: shape ?? { type: "Point", coordinates: [...at] } }];
  });
  return { type: "FeatureCollection", features };
}
