import type { Boundary, LayerArea } from "@coterminous/overlap";
import { interiorPoint, intersection, overlayAreas, type PreparedLayer, prepareLayer } from "@coterminous/overlap";
import { difference, feature, featureCollection } from "@turf/turf";
import { groupBy } from "../../model/group-by.js";
import type { PopulationPoint } from "./population-csv.js";

/** A polygon with a count of people. */
export interface PopulatedArea extends LayerArea {
  readonly count: number;
}

interface Piece extends LayerArea {
  /** Its polygon, by index. */
  readonly source: number;
}

// Of a polygon; a smaller piece across a border comes from different drawings of it.
const MIN_PIECE_SHARE = 1e-3;

/**
 * Spreads the counts of polygons by areal weighting: the borders of all layers split each polygon, and every piece gets a
 * share of the count in proportion to its area, in whole numbers that sum to the count, at a point inside it.
 *
 *     ┌────────┬───┐   a polygon of 100 people, three quarters
 *     │   75   │25 │   of it in one area and a quarter in the
 *     └────────┴───┘   other: two points, of 75 and 25
 */
export function interpolatePopulation(
  polygons: readonly PopulatedArea[],
  layers: readonly PreparedLayer[],
): PopulationPoint[] {
  let pieces: readonly Piece[] = polygons.map(({ code, boundary }, source) => ({ code, boundary, source }));
  for (const layer of layers) pieces = splitPieces(pieces, layer);
  const [first] = layers;
  const sizes = first === undefined ? [] : prepareLayer(pieces, first.projection).areaM2;
  const sized = pieces.map((piece, i) => ({ ...piece, areaM2: sizes[i] ?? 0 }));
  return [...groupBy(sized, ({ source }) => source)].flatMap(([source, own]) => {
    const { code = "", count = 0 } = polygons[source] ?? {};
    const counts = largestRemainder(
      count,
      own.map(({ areaM2 }) => areaM2),
    );
    return own.map(({ boundary }, i): PopulationPoint => {
      const [lon, lat] = interiorPoint(boundary);
      return { code: own.length === 1 ? code : `${code}/${i + 1}`, lon, lat, count: counts[i] ?? 0 };
    });
  });
}

function splitPieces(pieces: readonly Piece[], layer: PreparedLayer): Piece[] {
  const prepared = prepareLayer(pieces, layer.projection);
  const pairs = groupBy(overlayAreas(prepared, layer), ({ a }) => a);
  return pieces.flatMap((piece, i) => {
    const wholeM2 = prepared.areaM2[i] ?? 0;
    const parts = (pairs.get(i) ?? []).filter(({ areaM2 }) => areaM2 >= MIN_PIECE_SHARE * wholeM2);
    if (parts.length === 0 || parts.some(({ areaM2 }) => areaM2 > (1 - MIN_PIECE_SHARE) * wholeM2)) return [piece];
    const shapes = parts.flatMap(({ b }) => intersection(prepared, i, layer, b) ?? []);
    const coveredM2 = parts.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const rest = coveredM2 > (1 - MIN_PIECE_SHARE) * wholeM2 ? null : remainder(piece.boundary, shapes);
    return [...shapes, ...(rest === null ? [] : [rest])].map((boundary) => ({ ...piece, boundary }));
  });
}

function remainder(boundary: Boundary, shapes: readonly Boundary[]): Boundary | null {
  return difference(featureCollection([boundary, ...shapes].map((shape) => feature(shape))))?.geometry ?? null;
}

/**
 * Divides a whole number by weights into whole numbers that sum to it (largest remainder method): each share is rounded
 * down, and the rest goes one by one to the largest remainders, the first of equal ones.
 */
export function largestRemainder(count: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return weights.map((_, i) => (i === 0 ? count : 0));
  const exact = weights.map((weight) => (count * weight) / total);
  const shares = exact.map(Math.floor);
  const rest = count - shares.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, rest)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}
