import { mergeArcs } from "topojson-client";
import type { MultiPolygon, Polygon, Topology } from "topojson-specification";
import { seededRandom } from "../../bench/harness.js";

/** How large a made-up country is. */
export interface CountrySize {
  /** Authorities along each side of it. */
  readonly side: number;
  /** Footprints along each side; each is a square of whole authorities. */
  readonly footprintSide: number;
  /** Vertices between two corners, along every border. */
  readonly between: number;
}

const [WEST, SOUTH, EAST, NORTH] = [-5, 50, 1, 55];
const WOBBLE = 0.25; // of an authority's side, at most

/**
 * A country of crooked squares on shared borders, as TopoJSON with the objects `authorities` and `footprints`: every
 * authority lies whole in one footprint. The same size gives the same country.
 *
 *     ┌──╲_┌─__┐
 *     │  / │  ╱│      side 2, footprintSide 1, between 2
 *     ├_╱──┼──_┤
 *     └────┴───┘
 */
export function syntheticCountry({ side, footprintSide, between }: CountrySize): Topology {
  const random = seededRandom(side);
  const corners = Array.from({ length: (side + 1) ** 2 }, (_, i) => [
    place(i % (side + 1), side, random, [WEST, EAST]),
    place(Math.floor(i / (side + 1)), side, random, [SOUTH, NORTH]),
  ]);
  const cornerAt = (column: number, row: number) => corners[row * (side + 1) + column] ?? [0, 0];
  const reach = ((NORTH - SOUTH) / side) * (0.2 / (between + 1));
  const arc = (from: readonly number[], to: readonly number[]) => {
    const [[fromX = 0, fromY = 0], [toX = 0, toY = 0]] = [from, to];
    const inner = Array.from({ length: between }, (_, k) => {
      const along = (k + 1) / (between + 1);
      const stray = () => reach * (2 * random() - 1);
      return [fromX + along * (toX - fromX) + stray(), fromY + along * (toY - fromY) + stray()];
    });
    return [[fromX, fromY], ...inner, [toX, toY]];
  };
  // All borders that run east, row by row, then all that run north.
  const rows = Array.from({ length: side * (side + 1) }, (_, i) => {
    const [column, row] = [i % side, Math.floor(i / side)];
    return arc(cornerAt(column, row), cornerAt(column + 1, row));
  });
  const columns = Array.from({ length: side * (side + 1) }, (_, i) => {
    const [column, row] = [i % (side + 1), Math.floor(i / (side + 1))];
    return arc(cornerAt(column, row), cornerAt(column, row + 1));
  });
  const northwardArc = (column: number, row: number) => rows.length + row * (side + 1) + column;
  const squares = Array.from({ length: side ** 2 }, (_, i): Polygon & { id: string } => {
    const [column, row] = [i % side, Math.floor(i / side)];
    const ring = [
      row * side + column,
      northwardArc(column + 1, row),
      ~((row + 1) * side + column),
      ~northwardArc(column, row),
    ];
    return { type: "Polygon", id: `A${String(i + 1).padStart(5, "0")}`, arcs: [ring] };
  });
  const topology: Topology = {
    type: "Topology",
    arcs: [...rows, ...columns],
    objects: { authorities: { type: "GeometryCollection", geometries: squares } },
  };
  topology.objects.footprints = {
    type: "GeometryCollection",
    geometries: footprints(topology, squares, { side, footprintSide }),
  };
  return topology;
}

function footprints(
  topology: Topology,
  squares: readonly Polygon[],
  { side, footprintSide }: Pick<CountrySize, "side" | "footprintSide">,
): MultiPolygon[] {
  const band = (place: number) => Math.floor((place * footprintSide) / side);
  return Array.from({ length: footprintSide ** 2 }, (_, f) => {
    const own = squares.filter((_, i) => band(i % side) + footprintSide * band(Math.floor(i / side)) === f);
    return { ...mergeArcs(topology, own as Polygon[]), id: `F${String(f + 1).padStart(3, "0")}` };
  });
}

/** A corner's place along one side of the country; at its ends nothing wobbles. */
function place(step: number, side: number, random: () => number, [from, to]: readonly [number, number]): number {
  const isEnd = step === 0 || step === side;
  return from + ((to - from) * (step + (isEnd ? 0 : WOBBLE * (2 * random() - 1)))) / side;
}
