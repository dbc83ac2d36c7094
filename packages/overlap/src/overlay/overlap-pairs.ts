import { NO_AREA } from "../location/locate-points.js";
import type { OverlapArea } from "./overlay-areas.js";

/** Two areas, one of each layer by index, with the land and people that they share. */
export interface OverlapPair {
  readonly a: number;
  readonly b: number;
  /** Square metres; 0 where they share people alone, at a point that lies on a border. */
  readonly areaM2: number;
  /** null when people are not known. */
  readonly population: number | null;
}

/** Points found in both layers: in which area of each they lie, by index, and how many people live there. */
export interface PointsByArea {
  readonly inA: Int32Array;
  readonly inB: Int32Array;
  readonly populations: Int32Array;
}

/** Every two areas that share land or people, sorted by the first and then the second. */
export function overlapPairs(areas: readonly OverlapArea[], people: PointsByArea | null): readonly OverlapPair[] {
  const populations = people === null ? null : pairPopulations(people);
  const pairs: OverlapPair[] = [];
  for (const { a, b, areaM2 } of areas) {
    const key = pairKey(a, b);
    pairs.push({ a, b, areaM2, population: populations === null ? null : (populations.get(key) ?? 0) });
    populations?.delete(key);
  }
  // What is left has people and no land.
  for (const [key, population] of populations ?? []) {
    pairs.push({ a: Math.floor(key / KEY_STEP), b: key % KEY_STEP, areaM2: 0, population });
  }
  return pairs.sort((p, q) => p.a - q.a || p.b - q.b);
}

function pairPopulations({ inA, inB, populations }: PointsByArea): Map<number, number> {
  const people = new Map<number, number>();
  for (const [point, population] of populations.entries()) {
    const [a = NO_AREA, b = NO_AREA] = [inA[point], inB[point]];
    if (a === NO_AREA || b === NO_AREA) continue;
    const key = pairKey(a, b);
    people.set(key, (people.get(key) ?? 0) + population);
  }
  return people;
}

const KEY_STEP = 2 ** 26; // more areas than a layer can have; two of them make a whole number still

function pairKey(a: number, b: number): number {
  return a * KEY_STEP + b;
}
