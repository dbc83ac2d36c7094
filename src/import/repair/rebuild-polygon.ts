import type { Boundary } from "@coterminous/overlap";
import {
  dissolveLayer,
  doubleSignedArea,
  equalAreaProjection,
  PolygonError,
  prepareLayer,
  selfIntersection,
  validateRings,
} from "@coterminous/overlap";
import { booleanPointInPolygon } from "@turf/turf";
import type { Polygon, Position } from "geojson";
import { boundariesBbox } from "../crs/map-coordinates.js";
import { MAX_AMBIGUOUS_SHARE } from "./thresholds.js";

/** A polygon redrawn, and in words by how much its area changed. */
export interface RebuiltPolygon {
  readonly boundary: Boundary;
  readonly change: string;
}

/**
 * A polygon whose rings cross or touch themselves, redrawn round what they enclose. Its corners stay as they were read, to
 * the last digit, but for new ones in crossings.
 *
 * @param where the ring as its reader would find it, with what is wrong there
 * @throws {PolygonError} when so much depends on how it is read that it would be guessing
 */
export function rebuildPolygon(rings: Position[][], where: string): RebuiltPolygon {
  const published: Polygon = { type: "Polygon", coordinates: rings };
  const boundary = rebuildBoundary(published, where);
  const plane = equalAreaProjection(boundariesBbox(published));
  const areaM2 = (shape: Boundary) => prepareLayer([{ code: "", boundary: shape }], plane).areaM2[0] ?? 0;
  const changeM2 = Math.abs(areaM2(boundary) - areaM2(published));
  if (changeM2 < 1) return { boundary, change: "its area stays the same" };
  const share = changeM2 / areaM2(boundary);
  if (share <= MAX_AMBIGUOUS_SHARE) return { boundary, change: `its area changes by ${changeM2.toPrecision(2)} m²` };
  const what = `so that ${Math.round(100 * Math.min(1, share))} % of its area depends on how it is read`;
  throw new PolygonError(where, what, "draw it anew there: an outer ring and its holes, none of them crossing itself");
}

// Rings that run along themselves in more places than can be cut one by one are for Turf's clipper.
function rebuildBoundary(published: Polygon, where: string): Boundary {
  const rings = published.coordinates.map(splitSelfIntersections);
  const split = rings.every((ring) => ring !== null) ? loopsToBoundary(rings) : null;
  const simple = split ?? validateRings(published, where, { repairCrossings: true });
  return (
    dissolveLayer(prepareLayer([{ code: "", boundary: simple }], equalAreaProjection(boundariesBbox(simple)))) ?? simple
  );
}

// A measured layer takes each ring for what it is, an outer ring or a hole, wherever it lies.
function loopsToBoundary(rings: readonly RingLoops[]): Boundary | null {
  const outer = rings.flatMap((ring, r) => (r === 0 ? ring.outer : ring.holes));
  const holes = rings.flatMap((ring, r) => (r === 0 ? ring.holes : ring.outer));
  const [first, ...others] = outer;
  if (first === undefined) return null;
  return { type: "MultiPolygon", coordinates: [[first, ...holes], ...others.map((ring) => [ring])] };
}

/** The loops that a ring which crosses itself falls into. */
export interface RingLoops {
  /** Closed rings round what the ring winds round an odd number of times. */
  readonly outer: readonly Position[][];
  /** Closed rings round what lies within those and is wound round an even number of times. */
  readonly holes: readonly Position[][];
}

const MAX_SPLITS = 200;

/**
 * Cuts a closed ring where it crosses itself, so that all that changes is a new corner at each crossing.
 *
 *      ────╲ ╱────          ────╲   ╱────
 *           ╳        gives       ╲ ╱          two rings that touch in the crossing
 *      ────╱ ╲────          ────╱   ╲────
 *
 * @returns null when cutting leads to no end: the ring runs along itself in too many places
 */
export function splitSelfIntersections(ring: readonly Position[]): RingLoops | null {
  const loops: Position[][] = [];
  const pending: (readonly Position[])[] = [removeRepeats(ring)];
  for (let splitCount = 0; pending.length > 0; splitCount++) {
    const next = pending.pop() ?? [];
    if (next.length < 4) continue; // there and back again: it encloses nothing
    const crossing = selfIntersection(Float64Array.from(next.flatMap(([lon = 0, lat = 0]) => [lon, lat])));
    if (crossing === null) loops.push([...next]);
    else if (splitCount < MAX_SPLITS) pending.push(...splitAt(next, crossing));
    else return null;
  }
  return classifyLoops(loops.filter((loop) => doubleSignedArea(loop) !== 0));
}

interface SplitPoint {
  readonly firstEdge: number;
  readonly secondEdge: number;
  readonly at: readonly [number, number];
}

function splitAt(ring: readonly Position[], { firstEdge, secondEdge, at }: SplitPoint): Position[][] {
  const [k, j] = [Math.min(firstEdge, secondEdge), Math.max(firstEdge, secondEdge)];
  const place: Position = [...at];
  return [
    [place, ...ring.slice(k + 1, j + 1), place],
    [place, ...ring.slice(j + 1), ...ring.slice(1, k + 1), place],
  ].map(removeRepeats);
}

function removeRepeats(ring: readonly Position[]): Position[] {
  return ring.filter((position, i) => i === 0 || position[0] !== ring[i - 1]?.[0] || position[1] !== ring[i - 1]?.[1]);
}

function classifyLoops(loops: readonly Position[][]): RingLoops {
  const isHole = (loop: Position[]) =>
    loops.filter((other) => other !== loop && isLoopInside(loop, other)).length % 2 === 1;
  return { outer: loops.filter((loop) => !isHole(loop)), holes: loops.filter(isHole) };
}

// Loops touch in corners at most, so any point of an edge between its ends tells where the loop lies.
function isLoopInside(loop: readonly Position[], within: Position[]): boolean {
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = loop;
  return booleanPointInPolygon([(ax + bx) / 2, (ay + by) / 2], { type: "Polygon", coordinates: [within] });
}
