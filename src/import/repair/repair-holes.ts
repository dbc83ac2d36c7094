import type { EqualAreaProjection } from "@coterminous/overlap";
import { overlayAreas, type PreparedLayer, polygonsOf, prepareLayer } from "@coterminous/overlap";
import type { Position } from "geojson";
import { groupBy } from "../../model/group-by.js";
import { firstPosition, formatArea, formatPercent, formatPosition } from "./format.js";
import type { BoundaryRepair } from "./make-valid.js";
import { subtractPolygons, toGeometry } from "./repair-parts.js";
import type { InspectedArea, Repair, RepairedLayer, Unrepairable } from "./result.js";
import { MAX_AMBIGUOUS_SHARE, MIN_OVERLAP_M2 } from "./thresholds.js";

type Rings = Position[][];

/**
 * Areas whose holes lie inside their polygon and apart. A hole outside its polygon goes to the polygon of the same area
 * that it lies in; where there is none it is left out, and so is what lies beyond the polygon of one across its border.
 *
 *     ┌──────┐
 *     │   ┌──┼──┐    what lies beyond is no hole in anything,
 *     │   └──┼──┘    yet it would be taken away from the area
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
  const defects = findMisplacedHoles(holes, plane);
  const repairs: Repair[] = [];
  const unrepairable: Unrepairable[] = [];
  const repaired = areas.flatMap((area, owner): Area[] => {
    const own = defects.get(owner);
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

/** The polygon of the same area that a hole outside its own lies in, by index. */
function findContainingPolygons(
  defects: readonly MisplacedHole[],
  polygons: readonly Rings[],
  plane: EqualAreaProjection,
): ReadonlyMap<Hole, number> {
  const outside = defects.filter(({ kind }) => kind === "OUTSIDE").map(({ hole }) => hole);
  const [outers, strays] = [polygons.map(([outer = []]) => outer), outside.map(({ ring }) => ring)];
  const [outerLayer, strayLayer] = [prepareRings(outers, plane), prepareRings(strays, plane)];
  const found = overlayAreas(outerLayer, strayLayer).flatMap(({ a, b, areaM2 }): [Hole, number][] => {
    const hole = outside[b];
    return hole !== undefined && areaM2 >= (strayLayer.areaM2[b] ?? 0) - MIN_OVERLAP_M2 ? [[hole, a]] : [];
  });
  return new Map(found);
}

function rebuildBoundary(
  polygons: readonly Rings[],
  defects: readonly MisplacedHole[],
  containers: ReadonlyMap<Hole, number>,
) {
  const outside = new Set(defects.filter(({ kind }) => kind === "OUTSIDE").map(({ hole }) => hole.ring));
  const isCut = new Set(defects.filter(({ kind }) => kind !== "OUTSIDE").map(({ hole }) => hole.polygon));
  return toGeometry(
    polygons.flatMap(([outer = [], ...holes], p) => {
      const moved = [...containers].filter(([, container]) => container === p).map(([{ ring }]) => ring);
      const kept = [...holes.filter((ring) => !outside.has(ring)), ...moved];
      // What holes share, or have beyond the polygon, is for a clipper.
      return isCut.has(p) || moved.length > 0
        ? subtractPolygons(
            [outer],
            kept.map((ring) => [ring]),
          )
        : [[outer, ...kept]];
    }),
  );
}

function describeRepair(defect: MisplacedHole, container: number | undefined): BoundaryRepair {
  const done = {
    OUTSIDE: container === undefined ? "left out" : "made a hole of the part that it lies in",
    ACROSS: "cut at the border: what lies beyond it takes nothing away",
    SHARED: "taken away once",
  }[defect.kind];
  return { what: describeDefect(defect), done, at: holePosition(defect), changesArea: true };
}

function describeRejection(defect: MisplacedHole, share: number): Omit<Unrepairable, "code" | "name"> {
  return {
    what: `${describeDefect(defect)}: ${formatPercent(share)} of its area depends on what is meant`,
    remedy: "give what is land as a polygon of its own, and holes inside the polygon that they are holes of",
    at: holePosition(defect),
  };
}

function describeDefect(defect: MisplacedHole): string {
  const [size, place] = [formatArea(defect.areaM2), formatPosition(holePosition(defect))];
  return {
    OUTSIDE: `has a hole of ${size} ${place} that lies outside its polygon`,
    ACROSS: `has a hole ${place} that reaches ${size} beyond its polygon`,
    SHARED: `has holes over each other ${place}, with ${size} in both`,
  }[defect.kind];
}

function holePosition({ hole }: MisplacedHole): BoundaryRepair["at"] {
  return firstPosition({ type: "Polygon", coordinates: [hole.ring] });
}

type Ring = Position[];

/** A hole and the polygon it is published with. */
export interface Hole {
  /** The area, and the polygon of it, by index. */
  readonly owner: number;
  readonly polygon: number;
  readonly outer: Ring;
  readonly ring: Ring;
}

/** What is wrong with where a hole lies. */
export interface MisplacedHole {
  readonly kind:
    | "OUTSIDE" // no land of its polygon lies in it
    | "ACROSS" // part of it lies beyond its polygon
    | "SHARED"; // another hole of the polygon has some of it
  readonly hole: Hole;
  /** What lies beyond the polygon, or in two holes. */
  readonly areaM2: number;
}

/** Holes that do not lie inside their outer ring, or lie over each other; by area. */
export function findMisplacedHoles(
  holes: readonly Hole[],
  plane: EqualAreaProjection,
): ReadonlyMap<number, readonly MisplacedHole[]> {
  const outers = [...new Set(holes.map(({ outer }) => outer))];
  const outerIndex = new Map(outers.map((outer, i) => [outer, i]));
  const [outerLayer, holeLayer] = [
    prepareRings(outers, plane),
    prepareRings(
      holes.map(({ ring }) => ring),
      plane,
    ),
  ];
  const insideM2 = new Float64Array(holes.length);
  for (const { a, b, areaM2 } of overlayAreas(outerLayer, holeLayer)) {
    const hole = holes[b];
    if (hole !== undefined && outerIndex.get(hole.outer) === a) insideM2[b] = areaM2;
  }
  const misplaced = holes.flatMap((hole, i): MisplacedHole[] => {
    const beyondM2 = (holeLayer.areaM2[i] ?? 0) - (insideM2[i] ?? 0);
    if (beyondM2 <= MIN_OVERLAP_M2) return [];
    return [{ kind: (insideM2[i] ?? 0) <= MIN_OVERLAP_M2 ? "OUTSIDE" : "ACROSS", hole, areaM2: beyondM2 }];
  });
  const shared = overlayAreas(holeLayer, holeLayer).flatMap(({ a, b, areaM2 }): MisplacedHole[] => {
    const [one, other] = [holes[a], holes[b]];
    const isShared = a < b && one?.outer === other?.outer && areaM2 > MIN_OVERLAP_M2;
    return isShared && other !== undefined ? [{ kind: "SHARED", hole: other, areaM2 }] : [];
  });
  return groupBy([...misplaced, ...shared], ({ hole }) => hole.owner);
}

/** Rings as a layer, each filled. */
export function prepareRings(rings: readonly Ring[], plane: EqualAreaProjection): PreparedLayer {
  return prepareLayer(
    rings.map((ring, i) => ({ code: `${i}`, boundary: { type: "Polygon", coordinates: [ring] } })),
    plane,
  );
}
