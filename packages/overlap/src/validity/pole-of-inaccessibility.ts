import type { Position } from "geojson";
import polylabel from "polylabel";
import { type Boundary, type LonLat, polygonsOf } from "../boundary.js";
import { boundaryBbox } from "../predicates/bbox.js";
import { doubleSignedArea } from "../predicates/signed-area.js";

const MAX_RING_POSITIONS = 400; // of a ring: what lies deep inside lies as deep without the others
const MIN_PRECISION_DEGREES = 0.001; // about 100 m: nobody sees a label move less…
const PRECISION_SHARE = 0.02; // …or by less than this of the area's width

/** A point well inside the largest part of a boundary, for a label, degrees. */
export function labelPoint(boundary: Boundary): LonLat {
  const largest = boundary.type === "Polygon" ? boundary.coordinates : largestPolygon(boundary.coordinates);
  const [, midLat = 0] = largest[0]?.[0] ?? [];
  const lonScale = Math.cos((midLat * Math.PI) / 180); // so that a degree is as long either way
  const scaledRings = largest.map((ring) =>
    thinRing(ring).map(([lon = 0, lat = 0]): [number, number] => [lon * lonScale, lat]),
  );
  const [x = 0, y = 0] = polylabel(scaledRings, Math.max(MIN_PRECISION_DEGREES, PRECISION_SHARE * width(scaledRings)));
  return [x / lonScale, y];
}

/** Every so many positions of a long ring, and its last. */
function thinRing(ring: readonly Position[]): readonly Position[] {
  const step = Math.ceil(ring.length / MAX_RING_POSITIONS);
  return ring.filter((_, i) => i % step === 0 || i === ring.length - 1);
}

/** The shorter side of the box around a polygon. */
function width([outer = []]: readonly Position[][]): number {
  const [west, south, east, north] = boundaryBbox({ type: "Polygon", coordinates: [outer] });
  return Math.min(east - west, north - south);
}

function largestPolygon(polygons: readonly Position[][][]): Position[][] {
  const sized = polygons.map((polygon) => ({ polygon, size: Math.abs(doubleSignedArea(polygon[0] ?? [])) }));
  return sized.sort((a, b) => b.size - a.size)[0]?.polygon ?? [];
}

const PRECISION_PER_WIDTH = 0.01; // of the shape's own width: good enough to lie inside, whatever its size

/** A point well inside the largest part of a shape, degrees. */
export function interiorPoint(boundary: Boundary): LonLat {
  const sized = polygonsOf(boundary).map((rings) => ({ rings, size: Math.abs(doubleSignedArea(rings[0] ?? [])) }));
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
