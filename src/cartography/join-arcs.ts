import type { AreaGeometry, LayerTopology } from "../model/topology.js";
import { type ArcRing, arcOfIndex } from "./arc-indices.js";
import { intAt } from "./typed-array.js";

/** Areas on arcs of numbered vertices. */
export interface ArcTopology {
  readonly objects: LayerTopology["objects"];
  readonly arcs: readonly Int32Array[];
}

/**
 * The same areas on as few arcs as possible: unused arcs are removed, and where exactly two arcs meet they are joined.
 * Every ring that arrives there by one of them leaves by the other.
 */
export function joinArcs({ objects, arcs }: ArcTopology): ArcTopology {
  const rings = Object.values(objects).flatMap(({ geometries }) =>
    geometries.flatMap((geometry) => (geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat())),
  );
  const used = [...new Set(rings.flat().map(arcOfIndex))].sort((a, b) => a - b);
  const outgoing = outgoingByVertex(used, arcs);
  const joined: Int32Array[] = [];
  // New arcs, by the old index by which a ring enters them.
  const entry = new Map<number, number>();
  const visited = new Set<number>();
  const walk = (start: number) => {
    const path = [start];
    for (;;) {
      const next = onlyContinuation(path.at(-1) ?? start, arcs, outgoing);
      if (next === null || next === start) break;
      path.push(next);
    }
    for (const index of path) visited.add(arcOfIndex(index));
    entry.set(start, joined.length);
    entry.set(~(path.at(-1) ?? start), ~joined.length);
    joined.push(Int32Array.from(path.flatMap((index, i) => [...orientArc(index, arcs)].slice(i === 0 ? 0 : 1))));
  };
  const starts = used.flatMap((arc) => [arc, ~arc]);
  // First the arcs that start at a junction, then the rest: rings that nothing else touches.
  for (const index of starts) {
    if (!visited.has(arcOfIndex(index)) && onlyContinuation(~index, arcs, outgoing) === null) walk(index);
  }
  for (const arc of used) if (!visited.has(arc)) walk(arc);

  const renumber = (ring: ArcRing) => ring.flatMap((index) => entry.get(index) ?? []);
  return { arcs: joined, objects: mapRings(objects, renumber) };
}

/** The same areas with every ring mapped to other arcs. */
export function mapRings(
  objects: LayerTopology["objects"],
  mapRing: (ring: ArcRing) => number[],
): LayerTopology["objects"] {
  const mapGeometry = (geometry: AreaGeometry): AreaGeometry =>
    geometry.type === "Polygon"
      ? { ...geometry, arcs: geometry.arcs.map(mapRing) }
      : { ...geometry, arcs: geometry.arcs.map((rings) => rings.map(mapRing)) };
  return Object.fromEntries(
    Object.entries(objects).map(([name, { type, geometries }]) => [
      name,
      { type, geometries: geometries.map(mapGeometry) },
    ]),
  );
}

/** The arcs that leave each vertex, as indices. */
function outgoingByVertex(
  used: readonly number[],
  arcs: readonly Int32Array[],
): ReadonlyMap<number, readonly number[]> {
  const outgoing = new Map<number, number[]>();
  for (const arc of used) {
    for (const index of [arc, ~arc]) {
      const start = orientArc(index, arcs)[0] ?? -1;
      const others = outgoing.get(start);
      if (others === undefined) outgoing.set(start, [index]);
      else others.push(index);
    }
  }
  return outgoing;
}

/** The only other arc that continues where an arc ends; null when there is none or more than one. */
function onlyContinuation(
  index: number,
  arcs: readonly Int32Array[],
  outgoing: ReadonlyMap<number, readonly number[]>,
): number | null {
  const arc = arcs[arcOfIndex(index)] ?? new Int32Array();
  const end = intAt(arc, index < 0 ? 0 : arc.length - 1);
  const ways = outgoing.get(end) ?? [];
  const [on, ...more] = ways.filter((way) => way !== ~index);
  return on !== undefined && more.length === 0 && arcOfIndex(on) !== arcOfIndex(index) ? on : null;
}

function orientArc(index: number, arcs: readonly Int32Array[]): Int32Array {
  const arc = arcs[arcOfIndex(index)] ?? new Int32Array();
  return index < 0 ? arc.toReversed() : arc;
}

/**
 * The same areas without arcs of one repeated position, which a boundary with a duplicate position at a junction has.
 * They separate nothing, and TopoJSON readers fail on them.
 */
export function removeZeroLengthArcs(topology: LayerTopology): LayerTopology {
  const isEmpty = topology.arcs.map((arc) => isZeroLength(arc, topology.transform !== undefined));
  if (!isEmpty.includes(true)) return topology;
  const newIndices: number[] = []; // of each arc among the remaining ones
  let nextIndex = 0;
  for (const empty of isEmpty) newIndices.push(empty ? nextIndex : nextIndex++);
  const renumber = (ring: readonly number[]) =>
    ring
      .filter((index) => isEmpty[arcOfIndex(index)] !== true)
      .map((index) => {
        const place = newIndices[arcOfIndex(index)] ?? 0;
        return index < 0 ? ~place : place;
      });
  return {
    ...topology,
    arcs: topology.arcs.filter((_, arc) => isEmpty[arc] !== true),
    objects: mapRings(topology.objects, renumber),
  };
}

// In a quantised topology positions are delta-encoded.
function isZeroLength([first = [], ...others]: LayerTopology["arcs"][number], isQuantised: boolean): boolean {
  const [x, y] = isQuantised ? [0, 0] : first;
  return others.every((position) => position[0] === x && position[1] === y);
}
