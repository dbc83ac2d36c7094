import type { Boundary, LonLat } from "@coterminous/overlap";
import { PolygonError, polygonsOf, type RingError, ringError, validateRings } from "@coterminous/overlap";
import type { Position } from "geojson";
import { rebuildPolygon } from "./rebuild-polygon.js";
import type { BoundaryRepair } from "./result.js";

/** A boundary that can be measured, with the repairs that were needed. */
export interface ValidBoundary {
  /** null when nothing is enclosed: the area was generalised to a line or a point. */
  readonly boundary: Boundary | null;
  readonly repairs: readonly BoundaryRepair[];
}

/**
 * A geometry as a boundary whose rings are valid one by one: open rings are closed, rings that enclose nothing are
 * dropped, rings that cross or touch themselves are redrawn around the same land.
 *
 * Polygons and holes are numbered as in the geometry. How rings lie to each other is not checked here (repairLayer).
 * @param name the feature, for messages: `lad.geojson, feature 12`
 * @throws {PolygonError} for a geometry that is not polygonal, for positions outside the Earth's range, and for crossings
 *   that leave more than MAX_AMBIGUOUS_SHARE of the area open
 */
export function makeValid(geometry: unknown, name: string): ValidBoundary {
  const repairs: BoundaryRepair[] = [];
  const polygons = collectPolygons(geometry, name).flatMap((rings, p) =>
    repairPolygon(rings, { name, polygon: `polygon ${p + 1}` }, repairs),
  );
  return { boundary: polygons.length === 0 ? null : toGeometry(polygons), repairs };
}

/** Polygons as a boundary: one as a Polygon, several as a MultiPolygon. */
export function toGeometry(polygons: readonly Position[][][]): Boundary {
  const [only] = polygons;
  return polygons.length === 1 && only !== undefined
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: [...polygons] };
}

/** The polygons of a geometry, each as its rings; those of a collection's members too. */
function collectPolygons(geometry: unknown, name: string): readonly Position[][][] {
  const { type, geometries, coordinates } = (geometry ?? {}) as Record<string, unknown>;
  if (type === "GeometryCollection" && Array.isArray(geometries)) {
    return geometries.flatMap((part) => collectPolygons(part, name));
  }
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  const isRings = (value: unknown) => Array.isArray(value) && value.every((ring) => Array.isArray(ring));
  if ((type === "Polygon" || type === "MultiPolygon") && Array.isArray(polygons) && polygons.every(isRings)) {
    return polygons as Position[][][];
  }
  validateRings(geometry, name); // throws with the geometry's type
  throw new PolygonError(name, "has coordinates that are not lists of rings", "nest them as GeoJSON does");
}

/** A polygon's feature and its place in it, for messages. */
interface PolygonPath {
  readonly name: string;
  readonly polygon: string;
}

/** A polygon as valid polygons: itself, several where it crosses itself, none where it encloses nothing. */
function repairPolygon(
  rings: readonly Position[][],
  { name, polygon }: PolygonPath,
  repairs: BoundaryRepair[],
): readonly Position[][][] {
  const valid: Position[][] = [];
  const crossings: Pick<BoundaryRepair, "what" | "at">[] = [];
  for (const [r, published] of rings.entries()) {
    const which = `${polygon}, ${r === 0 ? "outer ring" : `hole ${r}`}`;
    const ring = closeRing(published, which, repairs);
    const error = ringError(ring);
    if (error?.kind === "SHORT" || error?.kind === "FLAT") {
      repairs.push({ what: `${which} ${error.what}`, done: "left out", at: error.at, changesArea: false });
      if (r === 0) return []; // without an outer ring its holes mean nothing
      continue;
    }
    const crossing = findCrossing(ring, error, `${name}, ${which}`);
    if (crossing !== null) crossings.push({ what: `${which} ${crossing.what}`, at: crossing.at });
    valid.push(ring);
  }
  const [first] = crossings;
  if (first === undefined) return [valid];
  const { boundary, change } = rebuildPolygon(valid, `${name}, ${first.what}`);
  const done = `redrawn around the land it encloses; ${change}`;
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

/** Where a ring crosses or touches itself; null where it does neither. @throws {PolygonError} when it is not a ring */
function findCrossing(
  ring: readonly Position[],
  error: RingError | null,
  where: string,
): Pick<RingError, "what" | "at"> | null {
  if (error?.kind === "CROSSING") return error;
  if (error !== null) {
    throw new PolygonError(error.kind === "POSITION" ? `${where},` : where, error.what, error.remedy);
  }
  const at = findSelfTouch(ring);
  if (at === null) return null;
  return { what: `touches itself at [${at.map((value) => Number(value.toFixed(6))).join(", ")}]`, at };
}

/**
 * The first vertex that a closed ring visits twice; null where there is none. A ring that touches itself can be measured,
 * but validators call it invalid.
 */
function findSelfTouch(ring: readonly Position[]): LonLat | null {
  const seen = new Map<number, Set<number>>();
  let [lastLon, lastLat] = [Number.NaN, Number.NaN];
  for (const [lon = 0, lat = 0] of ring.slice(0, -1)) {
    if (lon === lastLon && lat === lastLat) continue;
    const lats = seen.get(lon);
    if (lats?.has(lat)) return [lon, lat];
    if (lats === undefined) seen.set(lon, new Set([lat]));
    else lats.add(lat);
    [lastLon, lastLat] = [lon, lat];
  }
  return null;
}
