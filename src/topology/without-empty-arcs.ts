import type { LayerTopology } from "../model/topology.js";
import { arcOfIndex } from "./arc-rings.js";
import { mappedRings } from "./joined-arcs.js";

/**
 * The same areas without arcs that are one position again and again: a boundary that says a position twice, where others
 * meet it, has such an arc. They enclose and divide nothing, and readers of TopoJSON stumble over them.
 */
export function withoutEmptyArcs(topology: LayerTopology): LayerTopology {
  const isEmpty = topology.arcs.map((arc) => isOnePosition(arc, topology.transform !== undefined));
  if (!isEmpty.includes(true)) return topology;
  const places: number[] = []; // of each arc among those that stay
  let staying = 0;
  for (const empty of isEmpty) places.push(empty ? staying : staying++);
  const renumbered = (ring: readonly number[]) =>
    ring
      .filter((index) => isEmpty[arcOfIndex(index)] !== true)
      .map((index) => {
        const place = places[arcOfIndex(index)] ?? 0;
        return index < 0 ? ~place : place;
      });
  return {
    ...topology,
    arcs: topology.arcs.filter((_, arc) => isEmpty[arc] !== true),
    objects: mappedRings(topology.objects, renumbered),
  };
}

// In a quantised topology every position but the first is counted from the one before.
function isOnePosition([first = [], ...others]: LayerTopology["arcs"][number], isQuantised: boolean): boolean {
  const [x, y] = isQuantised ? [0, 0] : first;
  return others.every((position) => position[0] === x && position[1] === y);
}
