import type { Boundary, EqualAreaProjection } from "@coterminous/overlap";
import { type OverlapArea, overlayAreas, type PreparedLayer, polygonsOf, prepareLayer } from "@coterminous/overlap";
import { difference, feature, featureCollection, union } from "@turf/turf";
import type { Position } from "geojson";
import { groupBy } from "../../model/group-by.js";
import { firstPosition, formatArea, formatKm2, formatPercent, formatPosition } from "./format.js";
import type { BoundaryRepair } from "./make-valid.js";
import {
  abbreviateList,
  areaLabel,
  type InspectedArea,
  type Repair,
  type RepairedLayer,
  type Unrepairable,
} from "./result.js";
import { MAX_AMBIGUOUS_SHARE, MIN_OVERLAP_M2, SAME_AREA_SHARE } from "./thresholds.js";

/**
 * Areas whose parts lie apart. A part that is there twice is left out once; one over another is a hole in it where other
 * areas of the layer have that land, and joined to it otherwise.
 *
 *     ┌─────────┐     the inner square is published as a part beside the
 *     │  ┌───┐  │     outer one: where another area has it, it is a hole,
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
    const ambiguous = own.filter(({ kind }) => kind === "JOINED");
    const ambiguousM2 = ambiguous.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const [first] = ambiguous;
    if (first !== undefined && ambiguousM2 > MAX_AMBIGUOUS_SHARE * afterM2) {
      unrepairable.push({ code, name, ...describeRejection(first, ambiguousM2 / afterM2) });
      return [];
    }
    const change = `its area is ${formatKm2(afterM2)} and not ${formatKm2(beforeM2)}`;
    for (const overlap of own) repairs.push({ code, name, ...describeRepair(overlap, change) });
    return [candidate];
  });
  return { areas: repaired, repairs, unrepairable };
}

function describeRepair(overlap: PartOverlap, change: string): BoundaryRepair {
  const { kind, owners } = overlap;
  const done = {
    TWICE: "counted once",
    HOLE: `the inner one is a hole, since ${abbreviateList(owners, 3)} has that land`,
    JOINED: "joined, so that it counts once",
  }[kind];
  return { what: describeDefect(overlap), done: `${done}; ${change}`, at: partPosition(overlap), changesArea: true };
}

function describeRejection(overlap: PartOverlap, share: number): Omit<Unrepairable, "code" | "name"> {
  return {
    what: `${describeDefect(overlap)}: ${formatPercent(share)} of its area depends on whether that is land or a hole`,
    remedy: "make the inner part a hole of the outer one, or take it out",
    at: partPosition(overlap),
  };
}

function describeDefect(overlap: PartOverlap): string {
  const [size, place] = [formatArea(overlap.areaM2), formatPosition(partPosition(overlap))];
  return overlap.kind === "TWICE"
    ? `has a part of ${size} ${place} twice`
    : `has parts over each other ${place}, with ${size} in both`;
}

function partPosition({ smaller }: PartOverlap): BoundaryRepair["at"] {
  return firstPosition({ type: "Polygon", coordinates: smaller.rings });
}

/** A part of an area that has several. */
export interface Part {
  /** The area, by index. */
  readonly owner: number;
  readonly rings: Position[][];
}

/** How two parts of an area that lie over each other are read. */
export interface PartOverlap {
  readonly kind:
    | "TWICE" // they are one part, drawn twice
    | "HOLE" // the smaller one is a hole in the larger: other areas have that land
    | "JOINED"; // what both have is the area's
  readonly larger: Part;
  readonly smaller: Part;
  /** What both have. */
  readonly areaM2: number;
  /** The areas that have the land of a hole. */
  readonly owners: readonly string[];
}

/** Reads every two parts of an area that lie over each other, by what the rest of the layer says; by area. */
export function findPartOverlaps(
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
  const found = pairs.flatMap(({ a, b, areaM2 }): PartOverlap[] => {
    const [larger, smaller] = (layer.areaM2[a] ?? 0) < (layer.areaM2[b] ?? 0) ? [b, a] : [a, b];
    const [largerPart, smallerPart] = [parts[larger], parts[smaller]];
    if (removed.has(a) || removed.has(b) || largerPart === undefined || smallerPart === undefined) return [];
    const kind = classifyOverlap(
      areaM2,
      layer.areaM2[larger] ?? 0,
      layer.areaM2[smaller] ?? 0,
      owners.get(smaller)?.share ?? 0,
    );
    if (kind !== "JOINED") removed.add(smaller);
    return [{ kind, larger: largerPart, smaller: smallerPart, areaM2, owners: owners.get(smaller)?.names ?? [] }];
  });
  return groupBy(found, ({ larger }) => larger.owner);
}

function classifyOverlap(
  sharedM2: number,
  largerM2: number,
  smallerM2: number,
  competingShare: number,
): PartOverlap["kind"] {
  if (sharedM2 > SAME_AREA_SHARE * largerM2) return "TWICE";
  return sharedM2 > SAME_AREA_SHARE * smallerM2 && competingShare > SAME_AREA_SHARE ? "HOLE" : "JOINED";
}

interface CompetingOwners {
  /** Of the part's land, 0 to 1. */
  readonly share: number;
  readonly names: readonly string[];
}

/** Which other areas of the layer have the land of the parts, by part. */
function findCompetingOwners(
  areas: readonly InspectedArea[],
  parts: readonly Part[],
  pairs: readonly OverlapArea[],
  plane: EqualAreaProjection,
): ReadonlyMap<number, CompetingOwners> {
  const partIndices = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const layer = prepareParts(
    partIndices.flatMap((part) => parts[part] ?? []),
    plane,
  );
  const shared = groupBy(overlayAreas(layer, prepareLayer(areas, plane)), ({ a }) => a);
  return new Map(
    partIndices.map((part, i): [number, CompetingOwners] => {
      const elsewhere = (shared.get(i) ?? []).filter(
        ({ b, areaM2 }) => b !== parts[part]?.owner && areaM2 > MIN_OVERLAP_M2,
      );
      const sharedM2 = elsewhere.reduce((sum, { areaM2 }) => sum + areaM2, 0);
      const names = elsewhere.flatMap(({ b }) => areas[b] ?? []).map(areaLabel);
      return [part, { share: sharedM2 / (layer.areaM2[i] ?? 1), names }];
    }),
  );
}

function prepareParts(parts: readonly Part[], plane: EqualAreaProjection): PreparedLayer {
  return prepareLayer(
    parts.map(({ rings }, i) => ({ code: `${i}`, boundary: { type: "Polygon", coordinates: rings } })),
    plane,
  );
}

type Rings = Position[][];

/** A boundary whose parts lie apart: as they were but for those that lay over others. */
export function mergeParts(boundary: Boundary, readings: readonly PartOverlap[]): Boundary {
  const gone = new Set(readings.filter(({ kind }) => kind !== "JOINED").map(({ smaller }) => smaller.rings));
  const merged = new Set(
    readings.filter(({ kind }) => kind === "JOINED").flatMap(({ larger, smaller }) => [larger.rings, smaller.rings]),
  );
  const holes = readings.filter(({ kind }) => kind === "HOLE");
  const kept = polygonsOf(boundary).filter((rings) => !gone.has(rings));
  const together = kept.filter((rings) => merged.has(rings));
  const cutFromTogether = holes.filter(({ larger }) => merged.has(larger.rings)).map(({ smaller }) => smaller.rings);
  const polygons = [
    ...kept
      .filter((rings) => !merged.has(rings))
      .flatMap((rings) =>
        insertHoles(
          rings,
          holes.filter(({ larger }) => larger.rings === rings).map(({ smaller }) => smaller.rings),
        ),
      ),
    ...unionPolygons(together).flatMap((rings) => insertHoles(rings, cutFromTogether)),
  ];
  return toGeometry(polygons);
}

/** Polygons as a boundary: one alone is no list of them. */
export function toGeometry(polygons: readonly Rings[]): Boundary {
  const [only] = polygons;
  return polygons.length === 1 && only !== undefined
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: [...polygons] };
}

function unionPolygons(polygons: readonly Rings[]): readonly Rings[] {
  if (polygons.length < 2) return polygons;
  const merged = union(featureCollection(polygons.map(polygonFeature)))?.geometry;
  return merged === undefined ? polygons : polygonsOf(merged);
}

// A hole that touches no corner of the polygon is put in corner for corner: its neighbour's outline stays the same line.
function insertHoles(rings: Rings, holes: readonly Rings[]): readonly Rings[] {
  if (holes.length === 0) return [rings];
  const corners = new Set(rings.flat().map(String));
  const isPlain = ([outer = [], ...inner]: Rings) =>
    inner.length === 0 && rings.length === 1 && !outer.some((position) => corners.has(String(position)));
  return holes.every(isPlain)
    ? [[...rings, ...holes.flatMap(([outer = []]) => [outer])]]
    : subtractPolygons(rings, holes);
}

/** What is left of a polygon when others are cut out of it, by Turf's clipper. */
export function subtractPolygons(rings: Rings, others: readonly Rings[]): readonly Rings[] {
  const left = difference(featureCollection([rings, ...others].map(polygonFeature)))?.geometry;
  return left === undefined ? [] : polygonsOf(left);
}

function polygonFeature(coordinates: Rings) {
  return feature({ type: "Polygon" as const, coordinates });
}
