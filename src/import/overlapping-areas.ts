import type { PreparedLayer } from "@coterminous/overlap";
import {
  canContainCircle,
  defaultSliverToleranceM,
  intersection,
  overlapThicknessM,
  overlayAreas,
} from "@coterminous/overlap";
import { ImportError, type ImportProblem } from "./import-error.js";
import type { ProjectedLayer } from "./import-layer.js";
import { firstPosition, formatArea, formatKm2, formatLength, formatPercent } from "./repair/format.js";
import { abbreviateList, areaLabel, type Finding, type InspectedLayer } from "./repair/result.js";
import { MIN_OVERLAP_M2, SAME_AREA_SHARE } from "./repair/thresholds.js";

/** Two areas of a layer, by index, with land in common. */
export interface OverlappingPair {
  /** The larger and the smaller of them. */
  readonly larger: number;
  readonly smaller: number;
  readonly areaM2: number;
  /** Of the smaller one's land, 0 to 1. */
  readonly share: number;
  /** Metres; the layer's tolerance where it is no more than that. */
  readonly thicknessM: number;
  readonly kind:
    | "SAME" // they are the same land
    | "WITHIN" // the smaller one lies in the larger
    | "PARTLY"; // each has land of its own
}

/** What areas of a layer have in common. */
export interface OverlappingAreas {
  /** Those that are no slivers (thin, and little of either), the largest first. */
  readonly pairs: readonly OverlappingPair[];
  /** How thick what is no more than a sliver may be, metres: the layer's own tolerance, with itself. */
  readonly toleranceM: number;
  readonly slivers: { readonly count: number; readonly areaM2: number };
}

// Of the smaller area: of a layer with few corners much would be thin enough, and yet no slip of the pen.
const MAX_SLIVER_SHARE = 0.01;

/** The land that areas of a layer have twice: found by measuring the layer against itself. */
export function findOverlappingAreas(prepared: PreparedLayer): OverlappingAreas {
  const toleranceM = defaultSliverToleranceM(prepared, prepared);
  const shared = overlayAreas(prepared, prepared).filter(({ a, b, areaM2 }) => a < b && areaM2 >= MIN_OVERLAP_M2);
  const all = shared.map(({ a, b, areaM2 }): OverlappingPair => {
    const [aM2 = 0, bM2 = 0] = [prepared.areaM2[a], prepared.areaM2[b]];
    const [larger, smaller] = aM2 >= bM2 ? [a, b] : [b, a];
    const share = areaM2 / Math.min(aM2, bM2);
    const isWithin = share > SAME_AREA_SHARE;
    const isSame = isWithin && areaM2 > SAME_AREA_SHARE * Math.max(aM2, bM2);
    // Where it is a sliver however thick, it need not be measured.
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

// Of a layer's land, in two of its areas: more is no drawing error, and shares and people would be wrong by as much.
const MAX_OVERLAP_SHARE = 0.01;

/**
 * What is to be said of the land that areas of a layer have twice, a sentence a fact.
 *
 * @throws {ImportError} when an area is there twice or lies within another, or more than a hundredth of the land counts
 *   twice: a layer is to cover its land once
 */
export function checkNoOverlaps({ file, areas, prepared }: ProjectedLayer): string[] {
  const overlapping = findOverlappingAreas(prepared);
  const { pairs } = overlapping;
  const nested = pairs.filter(({ kind }) => kind !== "PARTLY");
  if (nested.length > 0) throw new ImportError(...nested.map((pair) => nestingProblem(pair, areas)));
  const overlapM2 = pairs.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const share = overlapM2 / prepared.areaM2.reduce((sum, areaM2) => sum + areaM2, 0);
  const [largest] = pairs;
  const pairCount = pairs.length === 1 ? "1 pair of areas has" : `${pairs.length} pairs of areas have`;
  const what = `${pairCount} land in common, ${formatKm2(overlapM2)} or ${formatPercent(share)} of the layer`;
  const most = largest === undefined ? "" : `most ${pairText(largest, areas)}`;
  if (share > MAX_OVERLAP_SHARE) {
    throw new ImportError({
      where: file.file,
      what: `${what}: ${most}`,
      remedy: "give areas that cover the land once; doctor names every pair and draws what they share",
    });
  }
  const slivers = describeSlivers(overlapping);
  return [
    ...(largest === undefined ? [] : [`${file.file}: ${what}, which counts for both: ${most}.`]),
    ...(slivers === null ? [] : [`${file.file}: ${slivers}.`]),
  ];
}

type Areas = ProjectedLayer["areas"];

function nestingProblem({ larger, smaller, kind, areaM2 }: OverlappingPair, areas: Areas): ImportProblem {
  const [one, other] = [areas[larger], areas[smaller]];
  const whole = one === undefined ? "another" : areaLabel(one);
  return {
    where: other?.where ?? "",
    what: kind === "SAME" ? `is the same land as ${whole}` : `lies within ${whole}: ${formatKm2(areaM2)} of both`,
    remedy:
      kind === "SAME"
        ? "take one of them out"
        : "give areas of one level alone, or cut the inner one out of the outer one",
  };
}

function pairText({ larger, smaller, areaM2, share, thicknessM }: OverlappingPair, areas: Areas): string {
  const names = [larger, smaller].flatMap((i) => areas[i] ?? []).map(areaLabel);
  return `${abbreviateList(names).replace(", ", " and ")}, ${formatKm2(areaM2)}, ${formatPercent(share)} of the smaller, ${formatLength(thicknessM)} thick`;
}

/** Land that two areas of a layer both have: pair by pair, slivers in one sentence. */
export function findInternalOverlaps({ title, areas, prepared }: InspectedLayer): Finding[] {
  const overlapping = findOverlappingAreas(prepared);
  const findings = overlapping.pairs.flatMap(({ larger, smaller, areaM2, share, thicknessM, kind }): Finding[] => {
    const [one, other] = [areas[larger], areas[smaller]];
    if (one === undefined || other === undefined) return [];
    const shape = kind === "PARTLY" ? intersection(prepared, larger, prepared, smaller) : other.boundary;
    const what = {
      SAME: `${areaLabel(one)} and ${areaLabel(other)} are the same land: take one of them out`,
      WITHIN: `${areaLabel(other)} lies within ${areaLabel(one)}, ${formatArea(areaM2)} that count for both: cut it out of it, or take it out`,
      PARTLY: `${areaLabel(one)} and ${areaLabel(other)} both have ${formatArea(areaM2)}, ${formatLength(thicknessM)} thick and ${formatPercent(share)} of ${areaLabel(other)}: it counts for both`,
    }[kind];
    return [
      {
        kind: kind === "SAME" ? "DUPLICATE" : "OVERLAP",
        layer: title,
        areas: [one, other].map(areaLabel),
        what,
        mended: null,
        at: firstPosition(shape),
        shape,
      },
    ];
  });
  const slivers = describeSlivers(overlapping);
  if (slivers === null) return findings;
  return [
    ...findings,
    { kind: "OVERLAP", layer: title, areas: [], what: slivers, mended: null, at: null, shape: null },
  ];
}

/** What is to be said of slivers between neighbours; null where there are none. */
export function describeSlivers({ slivers: { count, areaM2 }, toleranceM }: OverlappingAreas): string | null {
  if (count === 0) return null;
  const pairs = count === 1 ? "1 pair of neighbours shares a sliver" : `${count} pairs of neighbours share slivers`;
  return `${pairs} no thicker than ${formatLength(toleranceM)}, ${formatArea(areaM2)} in all: drawn twice, not quite alike`;
}
