import {
  canContainCircle,
  defaultSliverToleranceM,
  overlapThicknessM,
  overlayAreas,
  type PreparedLayer,
} from "@coterminous/overlap";
import { ImportError, type ImportProblem } from "./import-error.js";
import type { ProjectedLayer } from "./import-layer.js";
import { areaLabel, formatArea, formatKm2, formatLength, formatPercent } from "./repair/format.js";
import { MAX_OVERLAP_SHARE, MAX_SLIVER_SHARE, MIN_OVERLAP_M2, SAME_AREA_SHARE } from "./repair/thresholds.js";

/** Two areas of a layer that overlap, by index. */
export interface OverlappingPair {
  readonly larger: number;
  readonly smaller: number;
  readonly areaM2: number;
  /** Of the smaller area's land, 0 to 1. */
  readonly share: number;
  /** Metres; the layer's tolerance where the overlap is thinner. */
  readonly thicknessM: number;
  readonly kind:
    | "SAME" // the same land twice
    | "WITHIN" // the smaller one lies within the larger
    | "PARTLY"; // each has land of its own
}

/** The overlaps between areas of one layer. */
export interface OverlappingAreas {
  /** Overlaps other than slivers, the largest first. */
  readonly pairs: readonly OverlappingPair[];
  /** Maximum thickness of a sliver, metres: the layer's own tolerance. */
  readonly toleranceM: number;
  readonly slivers: { readonly count: number; readonly areaM2: number };
}

/** Overlaps between areas of one layer, measured by overlaying the layer on itself. */
export function findOverlappingAreas(prepared: PreparedLayer): OverlappingAreas {
  const toleranceM = defaultSliverToleranceM(prepared, prepared);
  const overlaps = overlayAreas(prepared, prepared).filter(({ a, b, areaM2 }) => a < b && areaM2 >= MIN_OVERLAP_M2);
  const all = overlaps.map(({ a, b, areaM2 }): OverlappingPair => {
    const [aM2 = 0, bM2 = 0] = [prepared.areaM2[a], prepared.areaM2[b]];
    const [larger, smaller] = aM2 >= bM2 ? [a, b] : [b, a];
    const share = areaM2 / Math.min(aM2, bM2);
    const isWithin = share > SAME_AREA_SHARE;
    const isSame = isWithin && areaM2 > SAME_AREA_SHARE * Math.max(aM2, bM2);
    // A small overlap without space for a thick circle is a sliver; its thickness is not measured.
    const needsThickness = share > MAX_SLIVER_SHARE || canContainCircle(areaM2, toleranceM);
    const thicknessM = needsThickness ? overlapThicknessM(prepared, a, prepared, b) : toleranceM;
    return { larger, smaller, areaM2, share, thicknessM, kind: isSame ? "SAME" : isWithin ? "WITHIN" : "PARTLY" };
  });
  const isSliver = ({ kind, share, thicknessM }: OverlappingPair) =>
    kind === "PARTLY" && share <= MAX_SLIVER_SHARE && thicknessM <= toleranceM;
  const slivers = all.filter(isSliver);
  return {
    pairs: all.filter((pair) => !isSliver(pair)).sort((p, q) => q.areaM2 - p.areaM2),
    toleranceM,
    slivers: { count: slivers.length, areaM2: slivers.reduce((sum, { areaM2 }) => sum + areaM2, 0) },
  };
}

/** The slivers between neighbours in one sentence; null where there are none. */
export function describeSlivers({ slivers: { count, areaM2 }, toleranceM }: OverlappingAreas): string | null {
  if (count === 0) return null;
  const pairs = count === 1 ? "1 pair of neighbours shares a sliver" : `${count} pairs of neighbours share slivers`;
  return `${pairs} at most ${formatLength(toleranceM)} thick, ${formatArea(areaM2)} in all: their border is drawn twice, slightly differently`;
}

/**
 * Notes about land covered by more than one area of the layer.
 *
 * @throws {ImportError} when an area occurs twice or lies within another, or overlaps exceed MAX_OVERLAP_SHARE of the
 *   layer's land
 */
export function checkNoOverlaps({ file, areas, prepared }: ProjectedLayer): string[] {
  const overlapping = findOverlappingAreas(prepared);
  const { pairs } = overlapping;
  const nested = pairs.filter(({ kind }) => kind !== "PARTLY");
  if (nested.length > 0) throw new ImportError(...nested.map((pair) => nestingProblem(pair, areas)));
  const overlapM2 = pairs.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const share = overlapM2 / prepared.areaM2.reduce((sum, areaM2) => sum + areaM2, 0);
  const [largest] = pairs;
  const count = pairs.length === 1 ? "1 pair of areas overlaps" : `${pairs.length} pairs of areas overlap`;
  const what = `${count}, by ${formatKm2(overlapM2)} (${formatPercent(share)} of the layer)`;
  const most = largest === undefined ? "" : `the largest overlap is that of ${describePair(largest, areas)}`;
  if (share > MAX_OVERLAP_SHARE) {
    throw new ImportError({
      where: file.file,
      what: `${what}; ${most}`,
      remedy: "give areas that cover the land once; doctor lists every pair and draws the land they share",
    });
  }
  const slivers = describeSlivers(overlapping);
  return [
    ...(largest === undefined ? [] : [`${file.file}: ${what}, and the land counts for both; ${most}.`]),
    ...(slivers === null ? [] : [`${file.file}: ${slivers}.`]),
  ];
}

type Areas = ProjectedLayer["areas"];

function nestingProblem({ larger, smaller, kind, areaM2 }: OverlappingPair, areas: Areas): ImportProblem {
  const [outer, inner] = [areas[larger], areas[smaller]];
  const [where, label] = [inner?.where ?? "", outer === undefined ? "another" : areaLabel(outer)];
  return kind === "SAME"
    ? { where, what: `the area is the same land as ${label}`, remedy: "remove one of them" }
    : {
        where,
        what: `the area lies within ${label}, so that ${formatKm2(areaM2)} would count for both`,
        remedy: "give areas of one level only, or cut the inner one out of the outer one",
      };
}

function describePair({ larger, smaller, areaM2, share, thicknessM }: OverlappingPair, areas: Areas): string {
  const names = [larger, smaller].flatMap((i) => areas[i] ?? []).map(areaLabel);
  return `${names.join(" and ")}: ${formatKm2(areaM2)}, ${formatPercent(share)} of the smaller one, ${formatLength(thicknessM)} thick`;
}
