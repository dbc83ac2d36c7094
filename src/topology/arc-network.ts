import { intAt } from "../geometry/element.js";
import type { LayerTopology } from "../model/topology.js";

/** The arcs of a topology as lines between numbered vertices: equal positions are one vertex. */
export interface ArcNetwork {
  /** Longitude and latitude of each vertex in turn, degrees. */
  readonly lonLat: Float64Array;
  /** The vertices along each arc. */
  readonly arcs: readonly Int32Array[];
  /** 1 for a vertex that is an end of an arc or is met more than once: it holds borders together. */
  readonly isJoint: Uint8Array;
}

/** Reads the arcs of a topology, quantised or not. A position that repeats the one before it is left out. */
export function arcNetwork({ arcs, transform }: LayerTopology): ArcNetwork {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  const numbers = new Map<string, number>();
  const lonLat: number[] = [];
  const numbered = arcs.map((arc) => {
    const vertices: number[] = [];
    let [column, row] = [0, 0];
    for (const [x = 0, y = 0] of arc) {
      [column, row] = transform === undefined ? [x, y] : [column + x, row + y];
      const key = `${column} ${row}`;
      let vertex = numbers.get(key);
      if (vertex === undefined) {
        vertex = numbers.size;
        numbers.set(key, vertex);
        lonLat.push(column * scale[0] + translate[0], row * scale[1] + translate[1]);
      }
      if (vertex === vertices.at(-1)) continue;
      vertices.push(vertex);
    }
    return Int32Array.from(vertices);
  });
  return { lonLat: Float64Array.from(lonLat), arcs: numbered, isJoint: jointsOf(numbered, numbers.size) };
}

/** 1 for every vertex that is an end of an arc or is met more than once. */
export function jointsOf(arcs: readonly Int32Array[], vertexCount: number): Uint8Array {
  const meetings = new Int32Array(vertexCount);
  for (const vertices of arcs) {
    for (const vertex of vertices) meetings[vertex] = intAt(meetings, vertex) + 1;
    for (const end of [vertices[0], vertices.at(-1)]) if (end !== undefined) meetings[end] = 2;
  }
  return Uint8Array.from(meetings, (count) => Number(count > 1));
}
