import { floatAt } from "../geometry/element.js";
import { nearVertices } from "./near-vertices.js";

/** Which edges of two outlines count as the same: those that run alike, or that run alike or against each other. */
export type SameEdges = "ALIKE" | "EITHER_WAY";

/**
 * The edges that one of two outlines has and the other has not: layers that share borders share most of them.
 *
 * @param p x, y of the start and x, y of the end of each edge in turn; the result the same.
 * @param reachM how far the ends of edges that count as the same may be from each other; 0 for not at all.
 */
export function edgesApart(p: Float64Array, q: Float64Array, same: SameEdges, reachM: number): Float64Array {
  // Equal ends are found quickly; most layers leave few edges whose neighbours have to be looked for.
  const exactly = apart(p, q, same, 0);
  const [ofP, ofQ] = reachM === 0 ? exactly : apart(...exactly, same, reachM);
  const both = new Float64Array(ofP.length + ofQ.length);
  both.set(ofP);
  both.set(ofQ, ofP.length);
  return both;
}

type TwoOutlines = readonly [p: Float64Array, q: Float64Array];

function apart(p: Float64Array, q: Float64Array, same: SameEdges, reachM: number): TwoOutlines {
  const ends = new Float64Array(p.length + q.length);
  ends.set(p);
  ends.set(q, p.length);
  const keys = edgeKeys(ends, p.length / 2, same, reachM);
  const [ofP, ofQ] = [keys.subarray(0, p.length / 4), keys.subarray(p.length / 4)];
  return [without(p, ofP, new Set(ofQ)), without(q, ofQ, new Set(ofP))];
}

function without(edges: Float64Array, keys: Float64Array, others: ReadonlySet<number>): Float64Array {
  return edges.filter((_, place) => !others.has(floatAt(keys, place >> 2)));
}

// A number for each edge, which the same edge has wherever it stands.
function edgeKeys(ends: Float64Array, endsOfP: number, same: SameEdges, reachM: number): Float64Array {
  const vertices = nearVertices(ends, endsOfP, reachM);
  const keys = new Float64Array(ends.length / 4);
  for (let edge = 0; edge < keys.length; edge++) {
    const u = vertices[2 * edge] as number;
    const v = vertices[2 * edge + 1] as number;
    const isTurned = same === "EITHER_WAY" && u > v;
    keys[edge] = isTurned ? v * ends.length + u : u * ends.length + v;
  }
  return keys;
}
