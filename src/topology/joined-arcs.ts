import { intAt } from "../geometry/element.js";
import type { AreaGeometry, LayerTopology } from "../model/topology.js";
import { type ArcRing, arcOfIndex } from "./arc-rings.js";

/** Areas on arcs of numbered vertices. */
export interface DrawnAreas {
  readonly objects: LayerTopology["objects"];
  readonly arcs: readonly Int32Array[];
}

/**
 * The same areas on as few arcs as can be: those that nothing uses are left out, and where just two meet they become one.
 * Every ring that comes to such a place by one of them leaves it by the other.
 */
export function joinedArcs({ objects, arcs }: DrawnAreas): DrawnAreas {
  const rings = Object.values(objects).flatMap(({ geometries }) =>
    geometries.flatMap((geometry) => (geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat())),
  );
  const used = [...new Set(rings.flat().map(arcOfIndex))].sort((a, b) => a - b);
  const leaving = leavingByVertex(used, arcs);
  const joined: Int32Array[] = [];
  // Where each arc went: its new arc by the index that a ring says, for the one that a ring is taken to enter by.
  const entry = new Map<number, number>();
  const seen = new Set<number>();
  const walk = (start: number) => {
    const path = [start];
    for (;;) {
      const next = onlyWayOn(path.at(-1) ?? start, arcs, leaving);
      if (next === null || next === start) break;
      path.push(next);
    }
    for (const index of path) seen.add(arcOfIndex(index));
    entry.set(start, joined.length);
    entry.set(~(path.at(-1) ?? start), ~joined.length);
    joined.push(Int32Array.from(path.flatMap((index, i) => [...directed(index, arcs)].slice(i === 0 ? 0 : 1))));
  };
  const starts = used.flatMap((arc) => [arc, ~arc]);
  // First what begins where something holds it, then what is left: rings that nothing else touches.
  for (const index of starts) {
    if (!seen.has(arcOfIndex(index)) && onlyWayOn(~index, arcs, leaving) === null) walk(index);
  }
  for (const arc of used) if (!seen.has(arc)) walk(arc);

  const renumbered = (ring: ArcRing) => ring.flatMap((index) => entry.get(index) ?? []);
  return { arcs: joined, objects: mappedRings(objects, renumbered) };
}

/** The same areas with every ring said in other arcs. */
export function mappedRings(
  objects: LayerTopology["objects"],
  mapped: (ring: ArcRing) => number[],
): LayerTopology["objects"] {
  const redrawn = (geometry: AreaGeometry): AreaGeometry =>
    geometry.type === "Polygon"
      ? { ...geometry, arcs: geometry.arcs.map(mapped) }
      : { ...geometry, arcs: geometry.arcs.map((rings) => rings.map(mapped)) };
  return Object.fromEntries(
    Object.entries(objects).map(([name, { type, geometries }]) => [
      name,
      { type, geometries: geometries.map(redrawn) },
    ]),
  );
}

/** The arcs that leave each vertex, as indices. */
function leavingByVertex(used: readonly number[], arcs: readonly Int32Array[]): ReadonlyMap<number, readonly number[]> {
  const leaving = new Map<number, number[]>();
  for (const arc of used) {
    for (const index of [arc, ~arc]) {
      const start = directed(index, arcs)[0] ?? -1;
      const others = leaving.get(start);
      if (others === undefined) leaving.set(start, [index]);
      else others.push(index);
    }
  }
  return leaving;
}

/** The arc that goes on where another ends, when there is no other and it is not the same; null else. */
function onlyWayOn(
  index: number,
  arcs: readonly Int32Array[],
  leaving: ReadonlyMap<number, readonly number[]>,
): number | null {
  const arc = arcs[arcOfIndex(index)] ?? new Int32Array();
  const end = intAt(arc, index < 0 ? 0 : arc.length - 1);
  const ways = leaving.get(end) ?? [];
  const [on, ...more] = ways.filter((way) => way !== ~index);
  return on !== undefined && more.length === 0 && arcOfIndex(on) !== arcOfIndex(index) ? on : null;
}

function directed(index: number, arcs: readonly Int32Array[]): Int32Array {
  const arc = arcs[arcOfIndex(index)] ?? new Int32Array();
  return index < 0 ? arc.toReversed() : arc;
}
