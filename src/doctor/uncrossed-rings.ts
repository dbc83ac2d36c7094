import { booleanPointInPolygon } from "@turf/turf";
import type { Position } from "geojson";
import { twiceRingArea } from "../geometry/ring-area.js";
import { selfCrossing } from "../geometry/self-crossings.js";

/** The loops that a ring which crosses itself falls into. */
export interface UncrossedRings {
  /** Closed rings round what the ring winds round an odd number of times. */
  readonly outer: readonly Position[][];
  /** Closed rings round what lies within those and is wound round an even number of times. */
  readonly holes: readonly Position[][];
}

const MOST_LOOPS = 200;

/**
 * Cuts a closed ring where it crosses itself, so that all that changes is a new corner at each crossing.
 *
 *      ────╲ ╱────          ────╲   ╱────
 *           ╳        gives       ╲ ╱          two rings that touch in the crossing
 *      ────╱ ╲────          ────╱   ╲────
 *
 * @returns null when cutting leads to no end: the ring runs along itself in too many places
 */
export function uncrossedRings(ring: readonly Position[]): UncrossedRings | null {
  const loops: Position[][] = [];
  const waiting: (readonly Position[])[] = [withoutRepeats(ring)];
  for (let cuts = 0; waiting.length > 0; cuts++) {
    const next = waiting.pop() ?? [];
    if (next.length < 4) continue; // there and back again: it encloses nothing
    const crossing = selfCrossing(Float64Array.from(next.flatMap(([lon = 0, lat = 0]) => [lon, lat])));
    if (crossing === null) loops.push([...next]);
    else if (cuts < MOST_LOOPS) waiting.push(...cutAt(next, crossing));
    else return null;
  }
  return nested(loops.filter((loop) => twiceRingArea(loop) !== 0));
}

interface Cut {
  readonly firstEdge: number;
  readonly secondEdge: number;
  readonly at: readonly [number, number];
}

function cutAt(ring: readonly Position[], { firstEdge, secondEdge, at }: Cut): Position[][] {
  const [k, j] = [Math.min(firstEdge, secondEdge), Math.max(firstEdge, secondEdge)];
  const place: Position = [...at];
  return [
    [place, ...ring.slice(k + 1, j + 1), place],
    [place, ...ring.slice(j + 1), ...ring.slice(1, k + 1), place],
  ].map(withoutRepeats);
}

function withoutRepeats(ring: readonly Position[]): Position[] {
  return ring.filter((position, i) => i === 0 || position[0] !== ring[i - 1]?.[0] || position[1] !== ring[i - 1]?.[1]);
}

function nested(loops: readonly Position[][]): UncrossedRings {
  const isHole = (loop: Position[]) => loops.filter((other) => other !== loop && lies(loop, other)).length % 2 === 1;
  return { outer: loops.filter((loop) => !isHole(loop)), holes: loops.filter(isHole) };
}

// Loops touch in corners at most, so any point of an edge between its ends tells where the loop lies.
function lies(loop: readonly Position[], within: Position[]): boolean {
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = loop;
  return booleanPointInPolygon([(ax + bx) / 2, (ay + by) / 2], { type: "Polygon", coordinates: [within] });
}
