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
import { coordinateBox, EMPTY_BOX } from "../formats/vector-layer.js";
import { MAX_AMBIGUOUS_SHARE, MIN_OVERLAP_M2 } from "./thresholds.js";

/** A redrawn polygon, with the change of its area in words. */
export interface RebuiltPolygon {
  readonly boundary: Boundary;
  readonly change: string;
}

/**
 * A polygon whose rings cross or touch themselves, redrawn around the land they enclose. Vertices keep every digit; each
 * crossing becomes a new vertex.
 *
 * @param where the ring and its defect, for messages
 * @throws {PolygonError} when more than MAX_AMBIGUOUS_SHARE of its area depends on how the rings are read
 */
export function rebuildPolygon(rings: Position[][], where: string): RebuiltPolygon {
  const published: Polygon = { type: "Polygon", coordinates: rings };
  const boundary = rebuildBoundary(published, where);
  const plane = equalAreaProjection(coordinateBox([published]) ?? EMPTY_BOX);
  const areaM2 = (shape: Boundary) => prepareLayer([{ code: "", boundary: shape }], plane).areaM2[0] ?? 0;
  const changeM2 = Math.abs(areaM2(boundary) - areaM2(published));
  if (changeM2 < MIN_OVERLAP_M2) return { boundary, change: "its area stays the same" };
  const share = changeM2 / areaM2(boundary);
  if (share <= MAX_AMBIGUOUS_SHARE) return { boundary, change: `its area changes by ${changeM2.toPrecision(2)} m²` };
  const what = `so that ${Math.round(100 * Math.min(1, share))}% of its area depends on how it is read`;
  throw new PolygonError(where, what, "redraw it there as an outer ring and holes that do not cross themselves");
}

// Turf's clipper takes rings that run along themselves in too many places to be split one by one.
function rebuildBoundary(published: Polygon, where: string): Boundary {
  const rings = published.coordinates.map(splitSelfIntersections);
  const split = rings.every((ring) => ring !== null) ? loopsToBoundary(rings) : null;
  const simple = split ?? validateRings(published, where, { repairCrossings: true });
  const plane = equalAreaProjection(coordinateBox([simple]) ?? EMPTY_BOX);
  return dissolveLayer(prepareLayer([{ code: "", boundary: simple }], plane)) ?? simple;
}

// A prepared layer takes each ring as an outer ring or a hole by its role, wherever it lies.
function loopsToBoundary(rings: readonly RingLoops[]): Boundary | null {
  const outer = rings.flatMap((ring, r) => (r === 0 ? ring.outer : ring.holes));
  const holes = rings.flatMap((ring, r) => (r === 0 ? ring.holes : ring.outer));
  const [first, ...others] = outer;
  if (first === undefined) return null;
  return { type: "MultiPolygon", coordinates: [[first, ...holes], ...others.map((ring) => [ring])] };
}

/** The loops of a ring that crosses itself. */
interface RingLoops {
  /** Closed rings around the land that the ring winds around an odd number of times. */
  readonly outer: readonly Position[][];
  /** Closed rings inside those, wound around an even number of times. */
  readonly holes: readonly Position[][];
}

const MAX_SPLITS = 200;

/**
 * Splits a closed ring where it crosses itself; each crossing becomes a vertex, nothing else changes.
 *
 *      ────╲ ╱────          ────╲   ╱────
 *           ╳       becomes      ╲ ╱          two rings that touch in the crossing
 *      ────╱ ╲────          ────╱   ╲────
 *
 * @returns null after MAX_SPLITS: the ring runs along itself in too many places
 */
function splitSelfIntersections(ring: readonly Position[]): RingLoops | null {
  const loops: Position[][] = [];
  const pending: (readonly Position[])[] = [removeRepeats(ring)];
  for (let splitCount = 0; pending.length > 0; splitCount++) {
    const next = pending.pop() ?? [];
    if (next.length < 4) continue; // a spike: it encloses nothing
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
  const crossing: Position = [...at];
  return [
    [crossing, ...ring.slice(k + 1, j + 1), crossing],
    [crossing, ...ring.slice(j + 1), ...ring.slice(1, k + 1), crossing],
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

// Loops touch at vertices only, so the midpoint of any edge decides.
function isLoopInside(loop: readonly Position[], within: Position[]): boolean {
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = loop;
  return booleanPointInPolygon([(ax + bx) / 2, (ay + by) / 2], { type: "Polygon", coordinates: [within] });
}
