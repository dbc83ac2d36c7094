import type { Boundary, EqualAreaProjection } from "@coterminous/overlap";
import { type OverlapArea, overlayAreas, type PreparedLayer, polygonsOf, prepareLayer } from "@coterminous/overlap";
import { difference, feature, featureCollection, union } from "@turf/turf";
import type { Position } from "geojson";
import { groupBy } from "../../model/group-by.js";
import {
  abbreviateList,
  areaLabel,
  firstPosition,
  formatArea,
  formatKm2,
  formatPercent,
  formatPosition,
} from "./format.js";
import { toGeometry } from "./make-valid.js";
import type { BoundaryRepair, InspectedArea, Repair, RepairedLayer, Unrepairable } from "./result.js";
import { MAX_AMBIGUOUS_SHARE, MIN_OVERLAP_M2, SAME_AREA_SHARE } from "./thresholds.js";

type Rings = Position[][];

/** A part of an area that has several. */
interface Part {
  /** The area, by index. */
  readonly owner: number;
  readonly rings: Rings;
}

/** Two parts of an area that overlap, and how they are read. */
interface PartOverlap {
  readonly kind:
    | "DUPLICATE" // the same part twice
    | "HOLE" // the smaller one is a hole in the larger: other areas cover that land
    | "MERGED"; // the land in both belongs to the area
  readonly larger: Part;
  readonly smaller: Part;
  /** The land in both. */
  readonly areaM2: number;
  /** The other areas that cover the smaller part. */
  readonly owners: readonly string[];
}

/**
 * Areas whose parts are disjoint. A duplicate part is dropped; of two that overlap, the inner one becomes a hole where
 * other areas of the layer cover that land, and elsewhere they are merged.
 *
 *     ┌─────────┐     the inner square is published as a part beside the
 *     │  ┌───┐  │     outer one: if another area covers it, it is a hole,
 *     │  └───┘  │     and was counted twice instead of not at all
 *     └─────────┘
 */
export function repairParts<Area extends InspectedArea>(
  areas: readonly Area[],
  plane: EqualAreaProjection,
): RepairedLayer<Area> {
  const parts = areas.flatMap(({ boundary }, owner) => {
    const polygons = polygonsOf(boundary);
    return polygons.length < 2 ? [] : polygons.map((rings): Part => ({ owner, rings }));
  });
  const overlaps = findPartOverlaps(areas, parts, plane);
  const repairs: Repair[] = [];
  const unrepairable: Unrepairable[] = [];
  const repaired = areas.flatMap((area, owner): Area[] => {
    const own = overlaps.get(owner);
    if (own === undefined) return [area];
    const { code, name } = area;
    const candidate = { ...area, boundary: mergeParts(area.boundary, own) };
    const [beforeM2 = 0, afterM2 = 0] = prepareLayer([area, candidate], plane).areaM2;
    const ambiguous = own.filter(({ kind }) => kind === "MERGED");
    const ambiguousM2 = ambiguous.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const [first] = ambiguous;
    if (first !== undefined && ambiguousM2 > MAX_AMBIGUOUS_SHARE * afterM2) {
      unrepairable.push({ code, name, ...describeRejection(first, ambiguousM2 / afterM2) });
      return [];
    }
    const change = `the area is ${formatKm2(afterM2)}, not ${formatKm2(beforeM2)}`;
    for (const overlap of own) repairs.push({ code, name, ...describeRepair(overlap, change) });
    return [candidate];
  });
  return { areas: repaired, repairs, unrepairable };
}

/** Parts of an area that overlap, read by what the rest of the layer covers, by area. */
function findPartOverlaps(
  areas: readonly InspectedArea[],
  parts: readonly Part[],
  plane: EqualAreaProjection,
): ReadonlyMap<number, readonly PartOverlap[]> {
  const layer = prepareParts(parts, plane);
  const pairs = overlayAreas(layer, layer).filter(
    ({ a, b, areaM2 }) => a < b && parts[a]?.owner === parts[b]?.owner && areaM2 > MIN_OVERLAP_M2,
  );
  if (pairs.length === 0) return new Map();
  const owners = findCompetingOwners(areas, parts, pairs, plane);
  const removed = new Set<number>();
  const overlaps = pairs.flatMap(({ a, b, areaM2 }): PartOverlap[] => {
    const [larger, smaller] = (layer.areaM2[a] ?? 0) < (layer.areaM2[b] ?? 0) ? [b, a] : [a, b];
    const [largerPart, smallerPart] = [parts[larger], parts[smaller]];
    if (removed.has(a) || removed.has(b) || largerPart === undefined || smallerPart === undefined) return [];
    const { share = 0, names = [] } = owners.get(smaller) ?? {};
    const isSame = areaM2 > SAME_AREA_SHARE * (layer.areaM2[larger] ?? 0);
    const isHole = areaM2 > SAME_AREA_SHARE * (layer.areaM2[smaller] ?? 0) && share > SAME_AREA_SHARE;
    const kind = isSame ? "DUPLICATE" : isHole ? "HOLE" : "MERGED";
    if (kind !== "MERGED") removed.add(smaller);
    return [{ kind, larger: largerPart, smaller: smallerPart, areaM2, owners: names }];
  });
  return groupBy(overlaps, ({ larger }) => larger.owner);
}

interface CompetingOwners {
  /** Of the part's land, 0 to 1. */
  readonly share: number;
  readonly names: readonly string[];
}

/** The other areas of the layer that cover the parts, by part. */
function findCompetingOwners(
  areas: readonly InspectedArea[],
  parts: readonly Part[],
  pairs: readonly OverlapArea[],
  plane: EqualAreaProjection,
): ReadonlyMap<number, CompetingOwners> {
  const partIndices = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const overlapping = partIndices.flatMap((part) => parts[part] ?? []);
  const layer = prepareParts(overlapping, plane);
  const byPart = groupBy(overlayAreas(layer, prepareLayer(areas, plane)), ({ a }) => a);
  return new Map(
    partIndices.map((part, i): [number, CompetingOwners] => {
      const others = (byPart.get(i) ?? []).filter(
        ({ b, areaM2 }) => b !== parts[part]?.owner && areaM2 > MIN_OVERLAP_M2,
      );
      const coveredM2 = others.reduce((sum, { areaM2 }) => sum + areaM2, 0);
      const names = others.flatMap(({ b }) => areas[b] ?? []).map(areaLabel);
      return [part, { share: coveredM2 / (layer.areaM2[i] ?? 1), names }];
    }),
  );
}

function prepareParts(parts: readonly Part[], plane: EqualAreaProjection): PreparedLayer {
  return prepareLayer(
    parts.map(({ rings }, i) => ({ code: `${i}`, boundary: { type: "Polygon", coordinates: rings } })),
    plane,
  );
}

/** A boundary with disjoint parts; parts that overlapped nothing stay as they were. */
function mergeParts(boundary: Boundary, overlaps: readonly PartOverlap[]): Boundary {
  const removed = new Set(overlaps.filter(({ kind }) => kind !== "MERGED").map(({ smaller }) => smaller.rings));
  const merged = new Set(
    overlaps.filter(({ kind }) => kind === "MERGED").flatMap(({ larger, smaller }) => [larger.rings, smaller.rings]),
  );
  const holes = overlaps.filter(({ kind }) => kind === "HOLE");
  const holesOf = (isOuter: (rings: Rings) => boolean) =>
    holes.filter(({ larger }) => isOuter(larger.rings)).map(({ smaller }) => smaller.rings);
  const parts = polygonsOf(boundary).filter((rings) => !removed.has(rings));
  const separate = parts.filter((rings) => !merged.has(rings));
  const united = unionPolygons(parts.filter((rings) => merged.has(rings)));
  return toGeometry([
    ...separate.flatMap((rings) => {
      const own = holesOf((outer) => outer === rings);
      return insertHoles(rings, own);
    }),
    ...united.flatMap((rings) => {
      const own = holesOf((outer) => merged.has(outer));
      return insertHoles(rings, own);
    }),
  ]);
}

function unionPolygons(polygons: readonly Rings[]): readonly Rings[] {
  if (polygons.length < 2) return polygons;
  const merged = union(featureCollection(polygons.map(polygonFeature)))?.geometry;
  return merged === undefined ? polygons : polygonsOf(merged);
}

// A hole that touches no vertex of the polygon keeps its own vertices, so its neighbour's border stays the same line.
function insertHoles(rings: Rings, holes: readonly Rings[]): readonly Rings[] {
  if (holes.length === 0) return [rings];
  const vertices = new Set(rings.flat().map(String));
  const isPlain = ([outer = [], ...inner]: Rings) =>
    inner.length === 0 && rings.length === 1 && !outer.some((position) => vertices.has(String(position)));
  return holes.every(isPlain)
    ? [[...rings, ...holes.flatMap(([outer = []]) => [outer])]]
    : subtractPolygons(rings, holes);
}

/** A polygon less others, by Turf's clipper. */
export function subtractPolygons(rings: Rings, others: readonly Rings[]): readonly Rings[] {
  const rest = difference(featureCollection([rings, ...others].map(polygonFeature)))?.geometry;
  return rest === undefined ? [] : polygonsOf(rest);
}

function polygonFeature(coordinates: Rings) {
  return feature({ type: "Polygon" as const, coordinates });
}

function describeRepair(overlap: PartOverlap, change: string): BoundaryRepair {
  const { kind, owners } = overlap;
  const done = {
    DUPLICATE: "counted once",
    HOLE: `the inner one is made a hole, because ${abbreviateList(owners, 3)} covers it`,
    MERGED: "merged",
  }[kind];
  return { what: describeDefect(overlap), done: `${done}; ${change}`, at: partPosition(overlap), changesArea: true };
}

function describeRejection(overlap: PartOverlap, share: number): Omit<Unrepairable, "code" | "name"> {
  return {
    what: `${describeDefect(overlap)}: ${formatPercent(share)} of the area depends on whether that is land or a hole`,
    remedy: "make the inner part a hole of the outer one, or remove it",
    at: partPosition(overlap),
  };
}

function describeDefect(overlap: PartOverlap): string {
  const [size, where] = [formatArea(overlap.areaM2), formatPosition(partPosition(overlap))];
  return overlap.kind === "DUPLICATE"
    ? `a part of ${size} ${where} occurs twice`
    : `two parts overlap ${where} by ${size}`;
}

function partPosition({ smaller }: PartOverlap): BoundaryRepair["at"] {
  return firstPosition({ type: "Polygon", coordinates: smaller.rings });
}
