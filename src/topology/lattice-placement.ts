import type Flatbush from "flatbush";
import { floatAt, intAt } from "../geometry/element.js";
import { isInTriangle } from "../geometry/in-triangle.js";
import { segmentsTouch } from "../geometry/segments-touch.js";
import type { ArcNetwork } from "./arc-network.js";
import { type EdgeNetwork, edgeNetwork } from "./edge-network.js";

/** Where the vertices of a network were put on a lattice. */
export interface LatticePlacement {
  /** Column and row of each vertex in turn, whole numbers; the vertices that no arc uses are not placed. */
  readonly columnRow: Float64Array;
  /** How many vertices found no place without touching what they did not touch, and were rounded all the same. */
  readonly forcedCount: number;
}

const HALF_DIAGONAL = Math.SQRT1_2; // of a cell: as far as rounding moves a vertex
// Layers drawn apart, whose borders run along each other everywhere, find no place however long one looks: they are
// rounded as they are. Of layers on common borders no more than a twelfth is tight on any lattice used.
const TANGLED_SHARE = 0.25;
const REACHES = [1, 2, 3, 4]; // cells around a vertex in which a place is looked for, the nearest first

/**
 * Puts the vertices of arcs on a lattice so that no edges touch which did not touch before.
 *
 *     |   u    |        A vertex with no edge near but its own is rounded: nothing within two half diagonals can be
 *     +---.----+        reached, even when the other side moves as well. The others move one by one to the nearest
 *     | v'. v  |        place that is safe: no vertex lies in a triangle that an edge sweeps over, and no edge across
 *     +--------+        the vertex's own way.
 *
 * @param stepsPerDegree of the lattice, in longitude and in latitude
 */
export function latticePlacement(
  { lonLat, arcs }: Pick<ArcNetwork, "lonLat" | "arcs">,
  stepsPerDegree: number,
): LatticePlacement {
  const xy = lonLat.map((degrees) => degrees * stepsPerDegree);
  const network = edgeNetwork(arcs, xy);

  const tight = tightVertices(network, xy);
  for (const vertex of network.used) if (tight[vertex] === 0) round(xy, vertex);
  let waiting = network.used.filter((vertex) => tight[vertex] === 1);
  const isTangled = waiting.length > TANGLED_SHARE * network.used.length;
  for (let reach = 0; !isTangled && reach <= REACHES.length && waiting.length > 0; ) {
    const left = waiting.filter((vertex) => !placedNear(vertex, reach, network, xy));
    // What one vertex leaves may be what another one needs: go round again as long as that helps.
    if (left.length === waiting.length) reach++;
    waiting = left;
  }
  for (const vertex of waiting) round(xy, vertex);
  return { columnRow: xy, forcedCount: waiting.length };
}

// 1 for every vertex that rounding might bring to an edge not its own, and for the ends of that edge.
function tightVertices({ used, starts, ends, edgeTree }: EdgeNetwork, xy: Float64Array): Uint8Array {
  const tight = new Uint8Array(xy.length / 2);
  const near = 2 * HALF_DIAGONAL;
  for (const vertex of used) {
    const [x, y] = [floatAt(xy, 2 * vertex), floatAt(xy, 2 * vertex + 1)];
    edgeTree.search(x - near, y - near, x + near, y + near, (edge) => {
      const [a, b] = [intAt(starts, edge), intAt(ends, edge)];
      if (a === vertex || b === vertex || distance(x, y, a, b, xy) > near) return false;
      tight[vertex] = 1;
      tight[a] = 1;
      tight[b] = 1;
      return false;
    });
  }
  return tight;
}

function distance(x: number, y: number, a: number, b: number, xy: Float64Array): number {
  const [ax, ay] = [floatAt(xy, 2 * a), floatAt(xy, 2 * a + 1)];
  const [dx, dy] = [floatAt(xy, 2 * b) - ax, floatAt(xy, 2 * b + 1) - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function round(xy: Float64Array, vertex: number): void {
  xy[2 * vertex] = Math.round(floatAt(xy, 2 * vertex));
  xy[2 * vertex + 1] = Math.round(floatAt(xy, 2 * vertex + 1));
}

// Moves a vertex to the nearest safe place within a number of cells; false, and nothing moved, when there is none.
function placedNear(vertex: number, reach: number, network: EdgeNetwork, xy: Float64Array): boolean {
  const [x, y] = [floatAt(xy, 2 * vertex), floatAt(xy, 2 * vertex + 1)];
  const places: { readonly column: number; readonly row: number; readonly away: number }[] = [];
  for (let column = Math.round(x) - reach; column <= Math.round(x) + reach; column++) {
    for (let row = Math.round(y) - reach; row <= Math.round(y) + reach; row++) {
      places.push({ column, row, away: Math.hypot(column - x, row - y) });
    }
  }
  places.sort((a, b) => a.away - b.away);
  const place = places.find(({ column, row }) => isSafe(vertex, column, row, network, xy));
  if (place === undefined) return false;
  xy[2 * vertex] = place.column;
  xy[2 * vertex + 1] = place.row;
  return true;
}

const FARTHEST = Math.SQRT2 * (Math.max(...REACHES) + 1); // that any vertex may be from where the trees have it

function isSafe(vertex: number, toX: number, toY: number, network: EdgeNetwork, xy: Float64Array): boolean {
  const { used, starts, ends, neighbours, firstNeighbour, edgeTree, vertexTree } = network;
  const [x, y] = [floatAt(xy, 2 * vertex), floatAt(xy, 2 * vertex + 1)];
  let safe = true;
  const search = (tree: Flatbush, box: readonly [number, number, number, number], isHit: (found: number) => boolean) =>
    tree.search(box[0] - FARTHEST, box[1] - FARTHEST, box[2] + FARTHEST, box[3] + FARTHEST, (found) => {
      if (safe && isHit(found)) safe = false;
      return false;
    });

  search(edgeTree, [Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)], (edge) => {
    const [a, b] = [intAt(starts, edge), intAt(ends, edge)];
    if (a === vertex || b === vertex) return false;
    const [ax, ay, bx, by] = [floatAt(xy, 2 * a), floatAt(xy, 2 * a + 1), floatAt(xy, 2 * b), floatAt(xy, 2 * b + 1)];
    return segmentsTouch([x, y, toX, toY], [ax, ay, bx, by]);
  });
  for (let k = intAt(firstNeighbour, vertex); k < intAt(firstNeighbour, vertex + 1); k++) {
    if (!safe) return false;
    const neighbour = intAt(neighbours, k);
    const [nx, ny] = [floatAt(xy, 2 * neighbour), floatAt(xy, 2 * neighbour + 1)];
    search(
      vertexTree,
      [Math.min(x, toX, nx), Math.min(y, toY, ny), Math.max(x, toX, nx), Math.max(y, toY, ny)],
      (place) => {
        const other = intAt(used, place);
        if (other === vertex || other === neighbour) return false;
        return isInTriangle(floatAt(xy, 2 * other), floatAt(xy, 2 * other + 1), [x, y, toX, toY, nx, ny]);
      },
    );
  }
  return safe;
}
