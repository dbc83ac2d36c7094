import type { EqualAreaProjection } from "@coterminous/overlap";
import { overlayAreas, type PreparedLayer, polygonsOf, prepareLayer } from "@coterminous/overlap";
import type { Position } from "geojson";
import { groupBy } from "../../model/group-by.js";
import { firstPosition, formatArea, formatPercent, formatPosition } from "./format.js";
import { toGeometry } from "./make-valid.js";
import { subtractPolygons } from "./repair-parts.js";
import type { BoundaryRepair, InspectedArea, Repair, RepairedLayer, Unrepairable } from "./result.js";
import { MAX_AMBIGUOUS_SHARE, MIN_OVERLAP_M2 } from "./thresholds.js";

type Ring = Position[];

/** A hole and the polygon it is published with. */
interface Hole {
  /** The area, and its polygon, by index. */
  readonly owner: number;
  readonly polygon: number;
  readonly outer: Ring;
  readonly ring: Ring;
}

/** A hole that does not lie inside its polygon, apart from the other holes. */
interface MisplacedHole {
  readonly kind:
    | "OUTSIDE" // disjoint from its polygon
    | "CROSSING" // partly beyond its polygon
    | "OVERLAPPING"; // overlaps another hole of the polygon
  readonly hole: Hole;
  /** The land beyond the polygon, or in both holes. */
  readonly areaM2: number;
}

/**
 * Areas whose holes lie inside their polygon and are disjoint. A hole outside its polygon moves to the polygon of the same
 * area that contains it, or is left out; a hole across the border is cut there.
 *
 *     ┌──────┐
 *     │   ┌──┼──┐    the part beyond the border is not a hole in anything,
 *     │   └──┼──┘    yet it would be subtracted from the area
 *     └──────┘
 */
export function repairHoles<Area extends InspectedArea>(
  areas: readonly Area[],
  plane: EqualAreaProjection,
): RepairedLayer<Area> {
  const holes = areas.flatMap(({ boundary }, owner) =>
    polygonsOf(boundary).flatMap(([outer = [], ...rings], polygon) =>
      rings.map((ring): Hole => ({ owner, polygon, outer, ring })),
    ),
  );
  const misplaced = findMisplacedHoles(holes, plane);
  const repairs: Repair[] = [];
  const unrepairable: Unrepairable[] = [];
  const repaired = areas.flatMap((area, owner): Area[] => {
    const own = misplaced.get(owner);
    if (own === undefined) return [area];
    const { code, name } = area;
    const polygons = polygonsOf(area.boundary);
    const containers = findContainingPolygons(own, polygons, plane);
    const candidate = { ...area, boundary: rebuildBoundary(polygons, own, containers) };
    const ambiguous = own.filter(({ hole }) => containers.get(hole) === undefined);
    const ambiguousM2 = ambiguous.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const [first] = ambiguous;
    const [areaM2 = 0] = prepareLayer([candidate], plane).areaM2;
    if (first !== undefined && ambiguousM2 > MAX_AMBIGUOUS_SHARE * areaM2) {
      unrepairable.push({ code, name, ...describeRejection(first, ambiguousM2 / Math.max(areaM2, ambiguousM2)) });
      return [];
    }
    for (const defect of own) repairs.push({ code, name, ...describeRepair(defect, containers.get(defect.hole)) });
    return [candidate];
  });
  return { areas: repaired, repairs, unrepairable };
}

/** Holes that do not lie inside their outer ring, or overlap each other, by area. */
function findMisplacedHoles(
  holes: readonly Hole[],
  plane: EqualAreaProjection,
): ReadonlyMap<number, readonly MisplacedHole[]> {
  const outers = [...new Set(holes.map(({ outer }) => outer))];
  const outerIndex = new Map(outers.map((outer, i) => [outer, i]));
  const outerLayer = prepareRings(outers, plane);
  const rings = holes.map(({ ring }) => ring);
  const holeLayer = prepareRings(rings, plane);
  const insideM2 = new Float64Array(holes.length);
  for (const { a, b, areaM2 } of overlayAreas(outerLayer, holeLayer)) {
    const hole = holes[b];
    if (hole !== undefined && outerIndex.get(hole.outer) === a) insideM2[b] = areaM2;
  }
  const misplaced = holes.flatMap((hole, i): MisplacedHole[] => {
    const beyondM2 = (holeLayer.areaM2[i] ?? 0) - (insideM2[i] ?? 0);
    if (beyondM2 <= MIN_OVERLAP_M2) return [];
    return [{ kind: (insideM2[i] ?? 0) <= MIN_OVERLAP_M2 ? "OUTSIDE" : "CROSSING", hole, areaM2: beyondM2 }];
  });
  const overlapping = overlayAreas(holeLayer, holeLayer).flatMap(({ a, b, areaM2 }): MisplacedHole[] => {
    const [one, other] = [holes[a], holes[b]];
    const isOverlapping = a < b && one?.outer === other?.outer && areaM2 > MIN_OVERLAP_M2;
    return isOverlapping && other !== undefined ? [{ kind: "OVERLAPPING", hole: other, areaM2 }] : [];
  });
  return groupBy([...misplaced, ...overlapping], ({ hole }) => hole.owner);
}

/** For holes outside their polygon, the polygon of the same area that contains each, by index. */
function findContainingPolygons(
  defects: readonly MisplacedHole[],
  polygons: readonly Ring[][],
  plane: EqualAreaProjection,
): ReadonlyMap<Hole, number> {
  const outside = defects.filter(({ kind }) => kind === "OUTSIDE").map(({ hole }) => hole);
  const [outers, strays] = [polygons.map(([outer = []]) => outer), outside.map(({ ring }) => ring)];
  const [outerLayer, strayLayer] = [prepareRings(outers, plane), prepareRings(strays, plane)];
  const containers = overlayAreas(outerLayer, strayLayer).flatMap(({ a, b, areaM2 }): [Hole, number][] => {
    const hole = outside[b];
    return hole !== undefined && areaM2 >= (strayLayer.areaM2[b] ?? 0) - MIN_OVERLAP_M2 ? [[hole, a]] : [];
  });
  return new Map(containers);
}

/** Rings as a layer, each filled. */
function prepareRings(rings: readonly Ring[], plane: EqualAreaProjection): PreparedLayer {
  return prepareLayer(
    rings.map((ring, i) => ({ code: `${i}`, boundary: { type: "Polygon", coordinates: [ring] } })),
    plane,
  );
}

function rebuildBoundary(
  polygons: readonly Ring[][],
  defects: readonly MisplacedHole[],
  containers: ReadonlyMap<Hole, number>,
) {
  const outside = new Set(defects.filter(({ kind }) => kind === "OUTSIDE").map(({ hole }) => hole.ring));
  const isCut = new Set(defects.filter(({ kind }) => kind !== "OUTSIDE").map(({ hole }) => hole.polygon));
  return toGeometry(
    polygons.flatMap(([outer = [], ...holes], p) => {
      const moved = [...containers].filter(([, container]) => container === p).map(([{ ring }]) => ring);
      const inside = [...holes.filter((ring) => !outside.has(ring)), ...moved];
      if (!isCut.has(p) && moved.length === 0) return [[outer, ...inside]];
      const subtracted = inside.map((ring) => [ring]);
      return subtractPolygons([outer], subtracted);
    }),
  );
}

function describeRepair(defect: MisplacedHole, container: number | undefined): BoundaryRepair {
  const done = {
    OUTSIDE: container === undefined ? "left out" : "made a hole of the part that contains it",
    CROSSING: "cut at the border; the land beyond is not subtracted",
    OVERLAPPING: "subtracted once",
  }[defect.kind];
  return { what: describeDefect(defect), done, at: holePosition(defect), changesArea: true };
}

function describeRejection(defect: MisplacedHole, share: number): Omit<Unrepairable, "code" | "name"> {
  return {
    what: `${describeDefect(defect)}: ${formatPercent(share)} of the area depends on whether that is land`,
    remedy: "give land as a polygon of its own, and holes inside their polygon",
    at: holePosition(defect),
  };
}

function describeDefect(defect: MisplacedHole): string {
  const [size, where] = [formatArea(defect.areaM2), formatPosition(holePosition(defect))];
  return {
    OUTSIDE: `a hole of ${size} ${where} lies outside its polygon`,
    CROSSING: `a hole ${where} extends beyond its polygon by ${size}`,
    OVERLAPPING: `two holes overlap ${where} by ${size}`,
  }[defect.kind];
}

function holePosition({ hole }: MisplacedHole): BoundaryRepair["at"] {
  return firstPosition({ type: "Polygon", coordinates: [hole.ring] });
}
