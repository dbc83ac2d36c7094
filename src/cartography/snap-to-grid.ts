import { isInTriangle, segmentsIntersect } from "@coterminous/overlap";
import Flatbush from "flatbush";
import type { ArcNetwork } from "./arc-network.js";
import { floatAt, intAt } from "./typed-array.js";

/** The positions of a network's vertices on a grid. */
export interface GridPlacement {
  /** Column and row of each vertex in turn, whole numbers; unused vertices are not placed. */
  readonly columnRow: Float64Array;
  /** How many vertices had no safe position and were rounded nevertheless. */
  readonly unresolvedCount: number;
}

const HALF_DIAGONAL = Math.SQRT1_2; // of a cell: the farthest that rounding moves a vertex
// Layers digitised separately, whose borders run beside each other everywhere, fit on no grid: they are rounded without
// a search. Of layers on common borders at most a twelfth of the vertices is tight on any grid used.
const MAX_TIGHT_SHARE = 0.25;
const SEARCH_RADII = [1, 2, 3, 4]; // cells around a vertex to search for a position, the nearest first

/**
 * Snaps the vertices of arcs to a grid so that no edges touch that did not touch before.
 *
 *     |   u    |        A vertex farther than two half diagonals from all edges but its own is rounded: it cannot
 *     +---.----+        reach another, even when both move. The others move one by one to the nearest safe position:
 *     | v'. v  |        no vertex is in a triangle that an edge sweeps over, and no edge crosses the path of the
 *     +--------+        vertex.
 *
 * @param stepsPerDegree of the grid, in longitude and in latitude
 */
export function snapToGrid(
  { lonLat, arcs }: Pick<ArcNetwork, "lonLat" | "arcs">,
  stepsPerDegree: number,
): GridPlacement {
  const xy = lonLat.map((degrees) => degrees * stepsPerDegree);
  const edges = edgeIndex(arcs, xy);

  const tight = tightVertices(edges, xy);
  for (const vertex of edges.used) if (tight[vertex] === 0) round(xy, vertex);
  let pending = edges.used.filter((vertex) => tight[vertex] === 1);
  const isTangled = pending.length > MAX_TIGHT_SHARE * edges.used.length;
  for (let radius = 0; !isTangled && radius <= SEARCH_RADII.length && pending.length > 0; ) {
    const left = pending.filter((vertex) => !placeNearby(vertex, radius, edges, xy));
    // A vertex that has moved may free a position for another: repeat while that helps.
    if (left.length === pending.length) radius++;
    pending = left;
  }
  for (const vertex of pending) round(xy, vertex);
  return { columnRow: xy, unresolvedCount: pending.length };
}

// 1 for every vertex that rounding might move onto another edge, and for the ends of that edge.
function tightVertices({ used, starts, ends, edgeTree }: EdgeIndex, xy: Float64Array): Uint8Array {
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

// Moves a vertex to the nearest safe position within a number of cells; false when there is none.
function placeNearby(vertex: number, radius: number, edges: EdgeIndex, xy: Float64Array): boolean {
  const [x, y] = [floatAt(xy, 2 * vertex), floatAt(xy, 2 * vertex + 1)];
  const places: { readonly column: number; readonly row: number; readonly away: number }[] = [];
  for (let column = Math.round(x) - radius; column <= Math.round(x) + radius; column++) {
    for (let row = Math.round(y) - radius; row <= Math.round(y) + radius; row++) {
      places.push({ column, row, away: Math.hypot(column - x, row - y) });
    }
  }
  places.sort((a, b) => a.away - b.away);
  const place = places.find(({ column, row }) => isSafe(vertex, column, row, edges, xy));
  if (place === undefined) return false;
  xy[2 * vertex] = place.column;
  xy[2 * vertex + 1] = place.row;
  return true;
}

const MAX_DISPLACEMENT = Math.SQRT2 * (Math.max(...SEARCH_RADII) + 1); // of any vertex from its position in the trees

function isSafe(vertex: number, toX: number, toY: number, edges: EdgeIndex, xy: Float64Array): boolean {
  const { used, starts, ends, neighbours, firstNeighbour, edgeTree, vertexTree } = edges;
  const [x, y] = [floatAt(xy, 2 * vertex), floatAt(xy, 2 * vertex + 1)];
  let safe = true;
  const search = (tree: Flatbush, box: readonly [number, number, number, number], isHit: (found: number) => boolean) =>
    tree.search(
      box[0] - MAX_DISPLACEMENT,
      box[1] - MAX_DISPLACEMENT,
      box[2] + MAX_DISPLACEMENT,
      box[3] + MAX_DISPLACEMENT,
      (found) => {
        if (safe && isHit(found)) safe = false;
        return false;
      },
    );

  search(edgeTree, [Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)], (edge) => {
    const [a, b] = [intAt(starts, edge), intAt(ends, edge)];
    if (a === vertex || b === vertex) return false;
    const [ax, ay, bx, by] = [floatAt(xy, 2 * a), floatAt(xy, 2 * a + 1), floatAt(xy, 2 * b), floatAt(xy, 2 * b + 1)];
    return segmentsIntersect([x, y, toX, toY], [ax, ay, bx, by]);
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

/** A spatial index of edges and their vertices, at their original positions. */
export interface EdgeIndex {
  readonly used: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The neighbours of each vertex, one vertex after another; `firstNeighbour` is where each vertex's start. */
  readonly neighbours: Int32Array;
  readonly firstNeighbour: Int32Array;
  readonly edgeTree: Flatbush;
  readonly vertexTree: Flatbush;
}

/** @param xy x and y of each vertex in turn */
export function edgeIndex(arcs: readonly Int32Array[], xy: Float64Array): EdgeIndex {
  const edgeCount = arcs.reduce((sum, arc) => sum + arc.length - 1, 0);
  const starts = new Int32Array(edgeCount);
  const ends = new Int32Array(edgeCount);
  const edgeTree = new Flatbush(Math.max(1, edgeCount));
  let edge = 0;
  for (const arc of arcs) {
    for (let k = 1; k < arc.length; k++) {
      const [a, b] = [intAt(arc, k - 1), intAt(arc, k)];
      starts[edge] = a;
      ends[edge++] = b;
      const [ax, ay, bx, by] = [floatAt(xy, 2 * a), floatAt(xy, 2 * a + 1), floatAt(xy, 2 * b), floatAt(xy, 2 * b + 1)];
      edgeTree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
  }
  if (edgeCount === 0) edgeTree.add(0, 0);
  edgeTree.finish();
  const { neighbours, firstNeighbour } = neighboursOf(starts, ends, xy.length / 2);
  const used = verticesWithEdges(firstNeighbour);
  const vertexTree = new Flatbush(Math.max(1, used.length));
  for (const vertex of used) vertexTree.add(floatAt(xy, 2 * vertex), floatAt(xy, 2 * vertex + 1));
  if (used.length === 0) vertexTree.add(0, 0);
  vertexTree.finish();
  return { used, starts, ends, neighbours, firstNeighbour, edgeTree, vertexTree };
}

function neighboursOf(starts: Int32Array, ends: Int32Array, vertexCount: number) {
  const firstNeighbour = new Int32Array(vertexCount + 1);
  for (const side of [starts, ends]) {
    for (const vertex of side) firstNeighbour[vertex + 1] = intAt(firstNeighbour, vertex + 1) + 1;
  }
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    firstNeighbour[vertex + 1] = intAt(firstNeighbour, vertex) + intAt(firstNeighbour, vertex + 1);
  }
  const neighbours = new Int32Array(2 * starts.length);
  const next = firstNeighbour.slice();
  const add = (vertex: number, neighbour: number) => {
    const place = intAt(next, vertex);
    neighbours[place] = neighbour;
    next[vertex] = place + 1;
  };
  for (let edge = 0; edge < starts.length; edge++) {
    add(intAt(starts, edge), intAt(ends, edge));
    add(intAt(ends, edge), intAt(starts, edge));
  }
  return { neighbours, firstNeighbour };
}

function verticesWithEdges(firstNeighbour: Int32Array): Int32Array {
  const used = new Int32Array(firstNeighbour.length - 1);
  let count = 0;
  for (let vertex = 0; vertex < used.length; vertex++) {
    if (intAt(firstNeighbour, vertex) < intAt(firstNeighbour, vertex + 1)) used[count++] = vertex;
  }
  return used.slice(0, count);
}
