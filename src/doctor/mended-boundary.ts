import type { Polygon, Position } from "geojson";
import { planeFor } from "../geometry/equal-area-plane.js";
import { ringProblem } from "../geometry/ring-problems.js";
import type { Boundary, LonLat, LonLatBox } from "../model/boundary.js";
import { BoundaryError } from "../overlap/boundary-error.js";
import { checkedBoundary } from "../overlap/checked-boundary.js";
import { polygonsOf } from "../overlap/layer-rings.js";
import { measuredLayer } from "../overlap/measured-layer.js";
import { stitchedBoundary } from "../overlap/stitched-boundary.js";
import { touchedCorner } from "./touched-corner.js";
import { type UncrossedRings, uncrossedRings } from "./uncrossed-rings.js";

/** Something that was wrong with a boundary and has been put right. */
export interface Mend {
  /** What was wrong: `polygon 2, outer ring crosses itself near [-5.1, 50.2]`. */
  readonly what: string;
  /** What was done: `redrawn round what it encloses; its area stays the same to 0.3 m²`. */
  readonly done: string;
  readonly at: LonLat | null;
}

/** What is wrong with a boundary of which nothing is left: it was generalised to a line or a point. */
export const ENCLOSES_NOTHING = "encloses nothing";

/** A boundary that can be measured, and what was mended to make it so. */
export interface MendedBoundary {
  readonly boundary: Boundary;
  readonly mends: readonly Mend[];
}

/**
 * A geometry as a boundary that can be measured, mended where that changes nothing that it encloses: rings left open are
 * closed, rings that enclose nothing are dropped, rings that cross or touch themselves are redrawn.
 *
 * @param name the feature as its reader would call it: `lad.geojson, feature 12`
 * @throws {BoundaryError} for what cannot be mended: no polygon, positions that are none on Earth, nothing enclosed
 */
export function mendedBoundary(geometry: unknown, name: string): MendedBoundary {
  const mends: Mend[] = [];
  const polygons = polygonLists(geometry, name).flatMap((rings, p) => {
    const place = (r: number) => `polygon ${p + 1}, ${r === 0 ? "outer ring" : `hole ${r}`}`;
    const kept = rings.map((ring, r) => closedRing(ring, place(r), mends));
    const enclosing = kept.map((ring, r) => (enclosesNothing(ring, place(r), mends) ? null : ring));
    if (enclosing[0] === null) return [];
    return [enclosing.filter((ring) => ring !== null)];
  });
  if (polygons.length === 0) throw new BoundaryError(name, ENCLOSES_NOTHING, "leave it out or give its outline");
  const whole = polygons.flatMap((rings, p) => {
    const crossing = rings.map((ring, r) =>
      ringMend(ring, name, `polygon ${p + 1}, ${r === 0 ? "outer ring" : `hole ${r}`}`),
    );
    const found = crossing.filter((mend) => mend !== null);
    if (found.length === 0) return [rings];
    const drawn: Polygon = { type: "Polygon", coordinates: rings };
    const redrawn = redrawnBoundary(drawn, name);
    const done = `redrawn round what it encloses; ${changedArea(drawn, redrawn, `${name}, ${found[0]?.what}`)}`;
    for (const { what, at } of found) mends.push({ what, at, done });
    return polygonsOf(redrawn);
  });
  const [only = []] = whole;
  const boundary: Boundary =
    whole.length === 1 ? { type: "Polygon", coordinates: only } : { type: "MultiPolygon", coordinates: whole };
  return { boundary, mends };
}

/** The polygons of a geometry: its own, or those of a collection that holds nothing else. */
function polygonLists(geometry: unknown, name: string): Position[][][] {
  const { type, geometries } = (geometry ?? {}) as { type?: unknown; geometries?: unknown };
  if (type === "GeometryCollection" && Array.isArray(geometries)) {
    return geometries.flatMap((part) => polygonLists(part, name));
  }
  const { coordinates } = (geometry ?? {}) as { coordinates?: unknown };
  const nested = type === "Polygon" ? [coordinates] : coordinates;
  const isRings = (value: unknown) => Array.isArray(value) && value.every((ring) => Array.isArray(ring));
  if ((type === "Polygon" || type === "MultiPolygon") && Array.isArray(nested) && nested.every(isRings)) {
    return nested as Position[][][];
  }
  throw refusal(geometry, name);
}

function refusal(geometry: unknown, name: string): Error {
  try {
    checkedBoundary(geometry, name);
    return new BoundaryError(name, "has coordinates that are not lists of rings", "nest them as GeoJSON does");
  } catch (cause) {
    return cause as Error;
  }
}

function closedRing(ring: readonly Position[], place: string, mends: Mend[]): Position[] {
  const flat = ring.map((position) => (Array.isArray(position) ? position.slice(0, 2) : position));
  const [first] = flat;
  const last = flat.at(-1);
  if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return flat;
  mends.push({ what: `${place} is not closed`, done: "closed", at: lonLat(first) });
  return [...flat, first];
}

function enclosesNothing(ring: readonly Position[], place: string, mends: Mend[]): boolean {
  const problem = ring.length === 0 ? { what: "has no positions" } : ringProblem(ring);
  if (problem === null || !/^(encloses no area|has \w+ positions)/.test(problem.what)) return false;
  mends.push({ what: `${place} ${problem.what}`, done: "left out", at: lonLat(ring[0]) });
  return true;
}

/** What is wrong with a ring that can be redrawn; null when nothing is. @throws {BoundaryError} when it cannot be */
function ringMend(ring: readonly Position[], name: string, place: string): Omit<Mend, "done"> | null {
  const problem = ringProblem(ring);
  if (problem?.what.startsWith("crosses itself")) {
    const [, lon, lat] = /\[(\S+), (\S+)\]/.exec(problem.what) ?? [];
    return { what: `${place} ${problem.what}`, at: [Number(lon), Number(lat)] };
  }
  if (problem !== null) throw new BoundaryError(`${name}, ${place}`, problem.what, problem.remedy);
  const touched = touchedCorner(ring);
  if (touched === null) return null;
  return {
    what: `${place} touches itself at [${touched.map((value) => Number(value.toFixed(6))).join(", ")}]`,
    at: touched,
  };
}

// Corners stay as they were read, to the last digit, but for new ones in crossings. Rings that run along themselves in more
// places than can be cut one by one are for Turf's clipper.
function redrawnBoundary(drawn: Polygon, name: string): Boundary {
  const rings = drawn.coordinates.map(uncrossedRings);
  const cut = rings.every((ring) => ring !== null) ? cutBoundary(rings) : null;
  const uncrossed = cut ?? checkedBoundary(drawn, name, { isRepaired: true });
  const plane = planeFor(boxOf(uncrossed));
  return stitchedBoundary(measuredLayer([{ code: name, boundary: uncrossed }], plane)) ?? uncrossed;
}

// A measured layer takes each ring for what it is, an outer ring or a hole, wherever it lies.
function cutBoundary(rings: readonly UncrossedRings[]): Boundary | null {
  const outer = rings.flatMap((ring, r) => (r === 0 ? ring.outer : ring.holes));
  const holes = rings.flatMap((ring, r) => (r === 0 ? ring.holes : ring.outer));
  const [first, ...others] = outer;
  if (first === undefined) return null;
  return { type: "MultiPolygon", coordinates: [[first, ...holes], ...others.map((ring) => [ring])] };
}

// The most of an area that mending may change: a loop at a border, not the question which side of it is meant.
const MOST_CHANGED_SHARE = 0.01;

/** How much mending changed, in words. @throws {BoundaryError} when it is so much that it would be guessing */
function changedArea(before: Boundary, after: Boundary, name: string): string {
  const plane = planeFor(boxOf(before));
  const areaM2 = (boundary: Boundary) => measuredLayer([{ code: "", boundary }], plane).areaM2[0] ?? 0;
  const changeM2 = Math.abs(areaM2(after) - areaM2(before));
  if (changeM2 < 1) return "its area stays the same";
  const share = changeM2 / areaM2(after);
  if (share <= MOST_CHANGED_SHARE) return `its area changes by ${changeM2.toPrecision(2)} m²`;
  const what = `crosses itself so that ${Math.round(100 * Math.min(1, share))} % of its area depends on how it is read`;
  throw new BoundaryError(name, what, "correct it by hand: doctor says where");
}

function boxOf(boundary: Boundary): LonLatBox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of polygonsOf(boundary).flat(2)) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function lonLat(position: Position | undefined): LonLat | null {
  const [lon, lat] = position ?? [];
  return lon === undefined || lat === undefined ? null : [lon, lat];
}
