import type { Position } from "geojson";
import polylabel from "polylabel";
import type { Boundary, LonLat } from "../model/boundary.js";
import { polygonsOf } from "../overlap/layer-rings.js";

const PRECISION_PER_WIDTH = 0.01; // of the shape's own width: good enough to lie inside, whatever its size

/** A point well inside the largest part of a shape, degrees. */
export function innerPoint(boundary: Boundary): LonLat {
  const sized = polygonsOf(boundary).map((rings) => ({ rings, size: Math.abs(twiceArea(rings[0] ?? [])) }));
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

function twiceArea(ring: readonly Position[]): number {
  const [lon0 = 0, lat0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    sum += (ax - lon0) * (by - lat0) - (bx - lon0) * (ay - lat0);
  }
  return sum;
}
