import type { Boundary, LonLatBox } from "@coterminous/overlap";
import { polygonsOf } from "@coterminous/overlap";

/** Least x and y, most x and y, in whatever unit the coordinates have. */
export type CoordinateBox = readonly [west: number, south: number, east: number, north: number];

type Pair = readonly [x: number, y: number];

/** The box round all finite positions of some geometries; null when they have none. */
export function coordinateBox(geometries: readonly unknown[]): CoordinateBox | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    forEachPosition(geometry, ([x, y]) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    });
  }
  return box[0] > box[2] ? null : box;
}

/** A geometry with every position put elsewhere; heights and measures are left out, what is no position stays. */
export function mapGeometry(geometry: unknown, map: (position: Pair) => Pair): unknown {
  const { geometries, coordinates, ...rest } = (geometry ?? {}) as Record<string, unknown>;
  if (Array.isArray(geometries)) return { ...rest, geometries: geometries.map((part) => mapGeometry(part, map)) };
  return coordinates === undefined ? geometry : { ...rest, coordinates: mapCoordinates(coordinates, map) };
}

function mapCoordinates(value: unknown, map: (position: Pair) => Pair): unknown {
  if (!Array.isArray(value)) return value;
  const [x, y] = value;
  if (typeof x === "number" && typeof y === "number") return map([x, y]);
  return value.map((inner) => mapCoordinates(inner, map));
}

function forEachPosition(geometry: unknown, visit: (position: Pair) => void): void {
  const { geometries, coordinates } = (geometry ?? {}) as { geometries?: unknown; coordinates?: unknown };
  if (Array.isArray(geometries)) for (const part of geometries) forEachPosition(part, visit);
  else walkCoordinates(coordinates, visit);
}

function walkCoordinates(value: unknown, visit: (position: Pair) => void): void {
  if (!Array.isArray(value)) return;
  const [x, y] = value;
  if (typeof x === "number" && typeof y === "number") visit([x, y]);
  else for (const inner of value) walkCoordinates(inner, visit);
}

/** The box round some boundaries, degrees; inside out when they hold nothing. */
export function boundariesBbox(...boundaries: readonly Boundary[]): LonLatBox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const boundary of boundaries) {
    for (const rings of polygonsOf(boundary)) {
      for (const ring of rings) {
        for (const [lon = 0, lat = 0] of ring) {
          box[0] = Math.min(box[0], lon);
          box[1] = Math.min(box[1], lat);
          box[2] = Math.max(box[2], lon);
          box[3] = Math.max(box[3], lat);
        }
      }
    }
  }
  return box;
}
