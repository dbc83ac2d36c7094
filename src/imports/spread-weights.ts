import { difference, feature, featureCollection } from "@turf/turf";
import type { Boundary } from "../model/boundary.js";
import { grouped } from "../model/grouped.js";
import { layerOverlaps } from "../overlap/layer-overlaps.js";
import type { LayerArea } from "../overlap/layer-rings.js";
import { type MeasuredLayer, measuredLayer } from "../overlap/measured-layer.js";
import { overlapShape } from "../overlap/overlap-shape.js";
import { innerPoint } from "./inner-point.js";
import { largestRemainder } from "./largest-remainder.js";
import type { WeightPoint } from "./weights-file.js";

/** A polygon with a count of people. */
export interface CountedArea extends LayerArea {
  readonly count: number;
}

interface Piece extends LayerArea {
  /** The polygon it is of, by index. */
  readonly source: number;
}

// Less than this of a polygon on the other side of a border is where the border was drawn otherwise.
const LEAST_SHARE = 1e-3;

/**
 * Spreads the counts of polygons by area: each polygon is cut by the borders of all layers, and every piece gets the share
 * of the count that its area is of all pieces, in whole numbers that sum to the count, at a point inside it.
 *
 *     ┌────────┬───┐   a polygon of 100 people, three quarters
 *     │   75   │25 │   of it in one area and a quarter in the
 *     └────────┴───┘   other: two points, of 75 and 25
 */
export function spreadWeights(polygons: readonly CountedArea[], layers: readonly MeasuredLayer[]): WeightPoint[] {
  let pieces: readonly Piece[] = polygons.map(({ code, boundary }, source) => ({ code, boundary, source }));
  for (const layer of layers) pieces = cutPieces(pieces, layer);
  const [first] = layers;
  const sizes = first === undefined ? [] : measuredLayer(pieces, first.plane).areaM2;
  const sized = pieces.map((piece, i) => ({ ...piece, areaM2: sizes[i] ?? 0 }));
  return [...grouped(sized, ({ source }) => source)].flatMap(([source, own]) => {
    const { code = "", count = 0 } = polygons[source] ?? {};
    const counts = largestRemainder(
      count,
      own.map(({ areaM2 }) => areaM2),
    );
    return own.map(({ boundary }, i): WeightPoint => {
      const [lon, lat] = innerPoint(boundary);
      return { code: own.length === 1 ? code : `${code}/${i + 1}`, lon, lat, count: counts[i] ?? 0 };
    });
  });
}

function cutPieces(pieces: readonly Piece[], layer: MeasuredLayer): Piece[] {
  const measured = measuredLayer(pieces, layer.plane);
  const pairs = grouped(layerOverlaps(measured, layer), ({ a }) => a);
  return pieces.flatMap((piece, i) => {
    const wholeM2 = measured.areaM2[i] ?? 0;
    const parts = (pairs.get(i) ?? []).filter(({ areaM2 }) => areaM2 >= LEAST_SHARE * wholeM2);
    if (parts.length === 0 || parts.some(({ areaM2 }) => areaM2 > (1 - LEAST_SHARE) * wholeM2)) return [piece];
    const shapes = parts.flatMap(({ b }) => overlapShape(measured, i, layer, b) ?? []);
    const coveredM2 = parts.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const rest = coveredM2 > (1 - LEAST_SHARE) * wholeM2 ? null : outside(piece.boundary, shapes);
    return [...shapes, ...(rest === null ? [] : [rest])].map((boundary) => ({ ...piece, boundary }));
  });
}

function outside(boundary: Boundary, shapes: readonly Boundary[]): Boundary | null {
  return difference(featureCollection([boundary, ...shapes].map((shape) => feature(shape))))?.geometry ?? null;
}
