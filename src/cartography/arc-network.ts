import { vertexIds } from "@coterminous/overlap";
import type { LayerTopology } from "../model/topology.js";
import { floatAt, intAt } from "./typed-array.js";

/** The arcs of a topology as lines between numbered vertices: equal positions are one vertex. */
export interface ArcNetwork {
  /** Longitude and latitude of each vertex in turn, degrees. */
  readonly lonLat: Float64Array;
  /** The vertices along each arc. */
  readonly arcs: readonly Int32Array[];
  /** 1 for a junction: an end of an arc, or a vertex that occurs more than once. */
  readonly isJunction: Uint8Array;
}

/** Reads the arcs of a topology, quantised or not. Consecutive equal positions become one. */
export function arcNetwork({ arcs, transform }: LayerTopology): ArcNetwork {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  const positions = positionsOf(arcs, transform !== undefined);
  const ids = vertexIds(positions);
  const numbers = new Int32Array(positions.length / 2); // of the first vertex at a position
  const lonLat = new Float64Array(positions.length);
  let vertexCount = 0;
  let position = 0;
  const numbered = arcs.map((arc) => {
    const vertices = new Int32Array(arc.length);
    let [length, before] = [0, -1];
    for (const end = position + arc.length; position < end; position++) {
      const id = ids.idOf(position);
      if (id === position) {
        lonLat[2 * vertexCount] = floatAt(positions, 2 * id) * scale[0] + translate[0];
        lonLat[2 * vertexCount + 1] = floatAt(positions, 2 * id + 1) * scale[1] + translate[1];
        numbers[id] = vertexCount++;
      }
      if (id !== before) vertices[length++] = intAt(numbers, id);
      before = id;
    }
    return vertices.slice(0, length);
  });
  return { lonLat: lonLat.slice(0, 2 * vertexCount), arcs: numbered, isJunction: junctions(numbered, vertexCount) };
}

/** The positions of all arcs, one arc after another: columns and rows where they are delta-encoded, else degrees. */
function positionsOf(arcs: LayerTopology["arcs"], areSteps: boolean): Float64Array {
  const positions = new Float64Array(2 * arcs.reduce((sum, arc) => sum + arc.length, 0));
  let at = 0;
  for (const arc of arcs) {
    let [column, row] = [0, 0];
    for (const [x = 0, y = 0] of arc) {
      column = areSteps ? column + x : x;
      row = areSteps ? row + y : y;
      positions[at++] = column;
      positions[at++] = row;
    }
  }
  return positions;
}

/** 1 for every vertex that is an end of an arc or occurs more than once. */
export function junctions(arcs: readonly Int32Array[], vertexCount: number): Uint8Array {
  const useCounts = new Int32Array(vertexCount);
  for (const vertices of arcs) {
    for (const vertex of vertices) useCounts[vertex] = intAt(useCounts, vertex) + 1;
    for (const end of [vertices[0], vertices.at(-1)]) if (end !== undefined) useCounts[end] = 2;
  }
  return Uint8Array.from(useCounts, (count) => Number(count > 1));
}
