import type { Position } from "geojson";
import polylabel from "polylabel";
import type { Boundary, LonLat } from "../model/boundary.js";

const PRECISION_DEGREES = 0.001; // about 100 m: nobody sees a label move less

/** A point well inside the largest part of a boundary, for a label, degrees. */
export function labelPoint(boundary: Boundary): LonLat {
  const largest = boundary.type === "Polygon" ? boundary.coordinates : largestPolygon(boundary.coordinates);
  const [, midLat = 0] = largest[0]?.[0] ?? [];
  const squeeze = Math.cos((midLat * Math.PI) / 180); // so that a degree is as long either way
  const [x = 0, y = 0] = polylabel(
    largest.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon * squeeze, lat])),
    PRECISION_DEGREES,
  );
  return [x / squeeze, y];
}

function largestPolygon(polygons: readonly Position[][][]): Position[][] {
  const sized = polygons.map((polygon) => ({ polygon, size: Math.abs(twiceArea(polygon[0] ?? [])) }));
  return sized.sort((a, b) => b.size - a.size)[0]?.polygon ?? [];
}

function twiceArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let k = 1; k < ring.length; k++) {
    const [ax = 0, ay = 0] = ring[k - 1] ?? [];
    const [bx = 0, by = 0] = ring[k] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum;
}
