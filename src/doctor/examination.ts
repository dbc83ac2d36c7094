import { defaultToleranceM, meanEdgeLengthM } from "../overlap/default-tolerance.js";
import { areaText, type ExaminedLayer, type Finding } from "./finding.js";
import { gapsInside } from "./gaps-inside.js";
import { lookAlikeNames } from "./look-alike-names.js";
import { type Coverage, coverage, coverageFindings } from "./mutual-coverage.js";
import { openGaps } from "./open-gaps.js";
import { overlapsInside } from "./overlaps-inside.js";
import { strayParts } from "./stray-parts.js";

/** One layer in figures. */
export interface LayerFigures {
  readonly layer: string;
  readonly areaCount: number;
  /** Land of all its areas on the ellipsoid, square kilometres. */
  readonly areaKm2: number;
  /** Mean length of an edge: how far it was generalised, metres. */
  readonly vertexSpacingM: number;
}

/** Two layers side by side. */
export interface PairFigures {
  readonly layers: readonly [string, string];
  /** What the layers' overlaps are told from slivers by when nobody says otherwise, metres. */
  readonly toleranceM: number;
  readonly coverage: readonly [Coverage, Coverage];
}

/** What was found in some layers. */
export interface Examination {
  readonly layers: readonly LayerFigures[];
  readonly pairs: readonly PairFigures[];
  readonly findings: readonly Finding[];
}

const NOT_COVERED = "an edition has no place for authorities that no footprint meets: import leaves them out";

/** Looks at layers, each by itself and every two together. They are to lie in one plane. */
export function examination(layers: readonly ExaminedLayer[]): Examination {
  const pairs = layers.flatMap((one, i) => layers.slice(i + 1).map((other) => pairFigures(one, other)));
  const findings = [
    ...layers.flatMap((layer) => layerFindings(layer)),
    ...pairs.flatMap(({ coverage: [there, back], toleranceM }) => [
      ...coverageFindings(there, back, { toleranceM, consequence: NOT_COVERED }),
      ...coverageFindings(back, there, { toleranceM, consequence: NOT_COVERED }),
    ]),
  ];
  return { layers: layers.map(layerFigures), pairs, findings };
}

function layerFigures({ title, areas, measured }: ExaminedLayer): LayerFigures {
  const areaM2 = measured.areaM2.reduce((sum, area) => sum + area, 0);
  return { layer: title, areaCount: areas.length, areaKm2: areaM2 / 1e6, vertexSpacingM: meanEdgeLengthM(measured) };
}

function pairFigures(one: ExaminedLayer, other: ExaminedLayer): PairFigures {
  const toleranceM = Math.max(1, Math.round(defaultToleranceM(one.measured, other.measured)));
  return {
    layers: [one.title, other.title],
    toleranceM,
    coverage: [coverage(one, other, toleranceM), coverage(other, one, toleranceM)],
  };
}

function layerFindings(layer: ExaminedLayer): Finding[] {
  const toleranceM = defaultToleranceM(layer.measured, layer.measured);
  return [
    ...refusalFindings(layer),
    ...mendFindings(layer),
    ...overlapsInside(layer),
    ...gapsInside(layer, toleranceM),
    ...openGaps(layer, toleranceM),
    ...strayParts(layer),
    ...lookAlikeNames(layer),
  ];
}

function refusalFindings({ title, refused }: ExaminedLayer): Finding[] {
  return refused.map(({ code, name, what, remedy, at }) => {
    const area = areaText({ code, name });
    const said = `${area}: ${what}; ${remedy}. It is not looked at further`;
    return { kind: "INVALID", layer: title, areas: [area], what: said, mended: null, at, shape: null };
  });
}

function mendFindings({ title, mends }: ExaminedLayer): Finding[] {
  return mends.map(({ code, name, what, done, at }) => {
    const area = areaText({ code, name });
    return { kind: "INVALID", layer: title, areas: [area], what: `${area}: ${what}`, mended: done, at, shape: null };
  });
}
