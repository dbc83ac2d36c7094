import type { Boundary, LonLat } from "@coterminous/overlap";
import { PolygonError, polygonsOf, type RingError, ringError, validateRings } from "@coterminous/overlap";
import type { Position } from "geojson";
import { rebuildPolygon } from "./rebuild-polygon.js";

/** Something that was wrong with a boundary and has been put right. */
export interface BoundaryRepair {
  /** What was wrong: `polygon 2, outer ring crosses itself near [-5.1, 50.2]`. */
  readonly what: string;
  /** What was done: `redrawn round what it encloses; its area stays the same to 0.3 m²`. */
  readonly done: string;
  readonly at: LonLat | null;
  /** Whether land counts otherwise than it would have. */
  readonly changesArea: boolean;
}

/** A boundary that can be measured, and what was mended to make it so. */
export interface MakeValidResult {
  /** null when nothing is enclosed: the area was generalised to a line or a point. */
  readonly boundary: Boundary | null;
  readonly repairs: readonly BoundaryRepair[];
}

/**
 * A geometry as a boundary whose rings can be measured, mended where that changes nothing that it encloses: rings left
 * open are closed, rings that enclose nothing are dropped, rings that cross or touch themselves are redrawn.
 *
 * Polygons and holes are numbered as they are in the geometry. How its rings lie to each other is not looked at.
 * @param name the feature as its reader would call it: `lad.geojson, feature 12`
 * @throws {PolygonError} for what cannot be mended: no polygon, positions that are none on Earth, crossings that leave
 *   open what is meant
 */
export function makeValid(geometry: unknown, name: string): MakeValidResult {
  const repairs: BoundaryRepair[] = [];
  const polygons = collectPolygons(geometry, name).flatMap((rings, p) =>
    repairPolygon(rings, { name, place: `polygon ${p + 1}` }, repairs),
  );
  const [only] = polygons;
  if (only === undefined) return { boundary: null, repairs };
  const boundary: Boundary =
    polygons.length === 1 ? { type: "Polygon", coordinates: only } : { type: "MultiPolygon", coordinates: polygons };
  return { boundary, repairs };
}

/** Where a polygon stands: in which feature, and where in it. */
interface PolygonPath {
  readonly name: string;
  readonly place: string;
}

/** What becomes of a polygon: itself, several where it crosses itself, none where it encloses nothing. */
function repairPolygon(
  rings: readonly Position[][],
  { name, place }: PolygonPath,
  repairs: BoundaryRepair[],
): readonly Position[][][] {
  const kept: Position[][] = [];
  const crossings: Pick<BoundaryRepair, "what" | "at">[] = [];
  for (const [r, published] of rings.entries()) {
    const which = `${place}, ${r === 0 ? "outer ring" : `hole ${r}`}`;
    const ring = closeRing(published, which, repairs);
    const problem = ringError(ring);
    if (problem?.kind === "SHORT" || problem?.kind === "FLAT") {
      repairs.push({ what: `${which} ${problem.what}`, done: "left out", at: problem.at, changesArea: false });
      if (r === 0) return []; // its holes are holes in nothing
      continue;
    }
    const crossing = findCrossing(ring, problem, `${name}, ${which}`);
    if (crossing !== null) crossings.push({ what: `${which} ${crossing.what}`, at: crossing.at });
    kept.push(ring);
  }
  const [first] = crossings;
  if (first === undefined) return [kept];
  const { boundary, change } = rebuildPolygon(kept, `${name}, ${first.what}`);
  const done = `redrawn round what it encloses; ${change}`;
  for (const crossing of crossings) repairs.push({ ...crossing, done, changesArea: false });
  return polygonsOf(boundary);
}

function closeRing(ring: readonly Position[], which: string, repairs: BoundaryRepair[]): Position[] {
  const flat = ring.map((position) => (Array.isArray(position) ? position.slice(0, 2) : position));
  const [first] = flat;
  const last = flat.at(-1);
  if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return flat;
  const [lon, lat] = first;
  repairs.push({
    what: `${which} is not closed`,
    done: "closed",
    at: lon === undefined || lat === undefined ? null : [lon, lat],
    changesArea: false,
  });
  return [...flat, first];
}

/** Where a ring crosses or touches itself; null where it does neither. @throws {PolygonError} when it is no ring */
function findCrossing(
  ring: readonly Position[],
  problem: RingError | null,
  where: string,
): Pick<RingError, "what" | "at"> | null {
  if (problem?.kind === "CROSSING") return problem;
  if (problem !== null) {
    throw new PolygonError(problem.kind === "POSITION" ? `${where},` : where, problem.what, problem.remedy);
  }
  const selfTouch = findSelfTouch(ring);
  if (selfTouch === null) return null;
  const place = selfTouch.map((value) => Number(value.toFixed(6))).join(", ");
  return { what: `touches itself at [${place}]`, at: selfTouch };
}

/**
 * The polygons of a geometry, each as its rings: its own, or those of a collection that holds nothing else.
 *
 * @throws {PolygonError} for what is not made of rings
 */
export function collectPolygons(geometry: unknown, name: string): readonly Position[][][] {
  const { type, geometries, coordinates } = (geometry ?? {}) as Record<string, unknown>;
  if (type === "GeometryCollection" && Array.isArray(geometries)) {
    return geometries.flatMap((part) => collectPolygons(part, name));
  }
  const nested = type === "Polygon" ? [coordinates] : coordinates;
  const isRings = (value: unknown) => Array.isArray(value) && value.every((ring) => Array.isArray(ring));
  if ((type === "Polygon" || type === "MultiPolygon") && Array.isArray(nested) && nested.every(isRings)) {
    return nested as Position[][][];
  }
  validateRings(geometry, name); // says what it is instead
  throw new PolygonError(name, "has coordinates that are not lists of rings", "nest them as GeoJSON does");
}

/**
 * The first corner that a closed ring comes back to before its end; null where there is none. Such a ring touches itself:
 * it can be measured, but validators call it invalid.
 */
export function findSelfTouch(ring: readonly Position[]): LonLat | null {
  const seen = new Map<number, Set<number>>();
  let [beforeLon, beforeLat] = [Number.NaN, Number.NaN];
  for (const [lon = 0, lat = 0] of ring.slice(0, -1)) {
    if (lon === beforeLon && lat === beforeLat) continue;
    const lats = seen.get(lon);
    if (lats?.has(lat)) return [lon, lat];
    if (lats === undefined) seen.set(lon, new Set([lat]));
    else lats.add(lat);
    [beforeLon, beforeLat] = [lon, lat];
  }
  return null;
}
