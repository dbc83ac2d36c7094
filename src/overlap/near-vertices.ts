import { floatAt, intAt } from "../geometry/element.js";
import { vertexIds } from "../geometry/vertex-ids.js";

/**
 * A number for the vertex at each position of two outlines: equal positions have the same, and a position of the second
 * outline has that of the first's nearest vertex where there is one within reach.
 *
 * @param xy x and y of each position in turn, metres; those of the first outline come first.
 * @param reachM metres; 0 for equal positions only.
 */
export function nearVertices(xy: Float64Array, firstCount: number, reachM: number): Int32Array {
  const count = xy.length / 2;
  const ids = vertexIds(xy);
  const vertices = new Int32Array(count);
  const grid = new Map<number, number[]>(); // the first outline's vertices by cells as wide as the reach
  for (let position = 0; position < count; position++) {
    const id = ids.idOf(position);
    if (id !== position) {
      vertices[position] = intAt(vertices, id);
      continue;
    }
    vertices[position] = id;
    if (reachM === 0) continue;
    if (position < firstCount) {
      const cell = cellOf(column(xy, id, reachM), row(xy, id, reachM));
      const known = grid.get(cell);
      if (known === undefined) grid.set(cell, [id]);
      else known.push(id);
    } else {
      vertices[position] = nearest(xy, id, grid, reachM) ?? id;
    }
  }
  return vertices;
}

function nearest(xy: Float64Array, of: number, grid: ReadonlyMap<number, readonly number[]>, reachM: number) {
  let found: number | null = null;
  let least = reachM;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (const vertex of grid.get(cellOf(column(xy, of, reachM) + dx, row(xy, of, reachM) + dy)) ?? []) {
        const away = Math.hypot(
          floatAt(xy, 2 * vertex) - floatAt(xy, 2 * of),
          floatAt(xy, 2 * vertex + 1) - floatAt(xy, 2 * of + 1),
        );
        if (away > least) continue;
        least = away;
        found = vertex;
      }
    }
  }
  return found;
}

function column(xy: Float64Array, vertex: number, widthM: number): number {
  return Math.floor(floatAt(xy, 2 * vertex) / widthM);
}

function row(xy: Float64Array, vertex: number, widthM: number): number {
  return Math.floor(floatAt(xy, 2 * vertex + 1) / widthM);
}

// Cells a metre wide number 4e7 each way round the Earth. Should two have one number, their vertices are told by distance.
const MOST_ROWS = 2 ** 27;

function cellOf(column: number, row: number): number {
  return column * MOST_ROWS + row;
}
