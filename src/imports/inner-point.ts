import polylabel from "polylabel";
import { twiceRingArea } from "../geometry/ring-area.js";
import type { Boundary, LonLat } from "../model/boundary.js";
import { polygonsOf } from "../overlap/layer-rings.js";

const PRECISION_PER_WIDTH = 0.01; // of the shape's own width: good enough to lie inside, whatever its size

/** A point well inside the largest part of a shape, degrees. */
export function innerPoint(boundary: Boundary): LonLat {
  const sized = polygonsOf(boundary).map((rings) => ({ rings, size: Math.abs(twiceRingArea(rings[0] ?? [])) }));
  const [largest] = sized.sort((a, b) => b.size - a.size);
  const rings = largest?.rings ?? [];
  const lons = (rings[0] ?? []).map(([lon = 0]) => lon);
  const width = lons.reduce((a, b) => Math.max(a, b), -Infinity) - lons.reduce((a, b) => Math.min(a, b), Infinity);
  const [lon = 0, lat = 0] = polylabel(
    rings.map((ring) => ring.map(([x = 0, y = 0]): [number, number] => [x, y])),
    Math.max(width * PRECISION_PER_WIDTH, Number.EPSILON),
  );
  return [lon, lat];
}
