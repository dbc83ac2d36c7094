import type { Position } from "geojson";
import polylabel from "polylabel";
import { boundaryBox } from "../geodata/boundary-box.js";
import { twiceRingArea } from "../geometry/ring-area.js";
import type { Boundary, LonLat } from "../model/boundary.js";

const MOST_POSITIONS = 400; // of a ring: what lies deep inside lies as deep without the others
const LEAST_PRECISION_DEGREES = 0.001; // about 100 m: nobody sees a label move less…
const PRECISION_SHARE = 0.02; // …or by less than this of the area's width

/** A point well inside the largest part of a boundary, for a label, degrees. */
export function labelPoint(boundary: Boundary): LonLat {
  const largest = boundary.type === "Polygon" ? boundary.coordinates : largestPolygon(boundary.coordinates);
  const [, midLat = 0] = largest[0]?.[0] ?? [];
  const squeeze = Math.cos((midLat * Math.PI) / 180); // so that a degree is as long either way
  const squeezed = largest.map((ring) =>
    fewer(ring).map(([lon = 0, lat = 0]): [number, number] => [lon * squeeze, lat]),
  );
  const [x = 0, y = 0] = polylabel(squeezed, Math.max(LEAST_PRECISION_DEGREES, PRECISION_SHARE * width(squeezed)));
  return [x / squeeze, y];
}

/** Every so many positions of a long ring, and its last. */
function fewer(ring: readonly Position[]): readonly Position[] {
  const step = Math.ceil(ring.length / MOST_POSITIONS);
  return ring.filter((_, i) => i % step === 0 || i === ring.length - 1);
}

/** The shorter side of the box around a polygon. */
function width([outer = []]: readonly Position[][]): number {
  const [west, south, east, north] = boundaryBox({ type: "Polygon", coordinates: [outer] });
  return Math.min(east - west, north - south);
}

function largestPolygon(polygons: readonly Position[][][]): Position[][] {
  const sized = polygons.map((polygon) => ({ polygon, size: Math.abs(twiceRingArea(polygon[0] ?? [])) }));
  return sized.sort((a, b) => b.size - a.size)[0]?.polygon ?? [];
}
