import type { Position } from "geojson";
import { floatAt, intAt } from "../geometry/element.js";
import type { ArcNetwork } from "./arc-network.js";
import type { ArcRing } from "./arc-rings.js";

/** Says a ring, closed and in degrees, in arcs of a network; null when some of it runs along none. */
export type RingToArcs = (ring: readonly Position[]) => ArcRing | null;

/**
 * Finds the arcs that rings run along. An arc is known by its first edge, forwards or backwards, and then followed to its
 * end, so a ring that leaves an arc half-way is not taken for it.
 */
export function ringToArcs({ lonLat, arcs }: ArcNetwork): RingToArcs {
  const vertexAt = new Map<string, number>();
  for (let i = 0; i < lonLat.length; i += 2) {
    vertexAt.set(`${floatAt(lonLat, i)} ${floatAt(lonLat, i + 1)}`, i / 2);
  }
  const indexByFirstEdge = new Map<string, number>();
  const starts = new Set<number>();
  for (const [i, arc] of arcs.entries()) {
    if (arc.length < 2) continue;
    indexByFirstEdge.set(`${arc[0]} ${arc[1]}`, i);
    indexByFirstEdge.set(`${arc.at(-1)} ${arc.at(-2)}`, ~i);
    starts.add(intAt(arc, 0)).add(intAt(arc, arc.length - 1));
  }

  return (ring) => {
    const open = ring.slice(1).map(([lon = Number.NaN, lat = Number.NaN]) => vertexAt.get(`${lon} ${lat}`) ?? -1);
    const start = open.findIndex((vertex) => starts.has(vertex));
    if (start < 0) return null;
    const path = [...open.slice(start), ...open.slice(0, start), open[start] ?? -1];

    const indices: number[] = [];
    for (let k = 0; k < path.length - 1; ) {
      const index = indexByFirstEdge.get(`${path[k]} ${path[k + 1]}`);
      if (index === undefined) return null;
      const arc = index < 0 ? arcs[~index]?.toReversed() : arcs[index];
      if (arc === undefined || !arc.every((vertex, step) => vertex === path[k + step])) return null;
      indices.push(index);
      k += arc.length - 1;
    }
    return indices;
  };
}
