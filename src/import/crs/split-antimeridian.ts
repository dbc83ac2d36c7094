import { polygonsOf } from "@coterminous/overlap";
import { feature, featureCollection, intersect } from "@turf/turf";
import type { Polygon, Position } from "geojson";
import { membersOf } from "../formats/vector-layer.js";

const HALF_TURN_DEGREES = 180;
const TURN_DEGREES = 360;

/**
 * A geometry with its polygons split at the antimeridian, where they run beyond 180 or jump from 180 to -180. Any other
 * geometry stays unchanged, and so does an area around a pole.
 *
 *     170        190                  170  180 -180 -170
 *      ┌──────────┐                    ┌────┐    ┌────┐
 *      │          │       becomes      │    │ and│    │
 *      └──────────┘                    └────┘    └────┘
 */
export function splitAtAntimeridian(geometry: unknown): unknown {
  const polygons = polygonsIn(geometry);
  if (!polygons.some(crossesAntimeridian) || enclosesPole(geometry)) return geometry;
  const split = polygons.flatMap((rings) => (crossesAntimeridian(rings) ? splitPolygon(rings) : [rings]));
  return { type: "MultiPolygon", coordinates: split };
}

/** Whether an outline winds once around the Earth: it contains a pole, and has no area in any cylindrical plane. */
export function enclosesPole(geometry: unknown): boolean {
  return polygonsIn(geometry).some(
    (rings) =>
      crossesAntimeridian(rings) &&
      rings.map(unwrapRing).some((ring) => Math.abs((ring[0]?.[0] ?? 0) - (ring.at(-1)?.[0] ?? 0)) > HALF_TURN_DEGREES),
  );
}

/** The polygons of an unchecked geometry; none of any other type. */
function polygonsIn(geometry: unknown): readonly Position[][][] {
  const { type, coordinates } = membersOf(geometry);
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : [];
  return Array.isArray(polygons) ? polygons : [];
}

function crossesAntimeridian(rings: unknown): boolean {
  if (!Array.isArray(rings)) return false;
  return rings.some(
    (ring) =>
      Array.isArray(ring) &&
      ring.some((position, i) => {
        const [lon, before] = [position?.[0], ring[i - 1]?.[0]];
        if (typeof lon !== "number") return false;
        return (
          Math.abs(lon) > HALF_TURN_DEGREES ||
          (typeof before === "number" && Math.abs(lon - before) > HALF_TURN_DEGREES)
        );
      }),
  );
}

function splitPolygon(rings: readonly (readonly Position[])[]): Position[][][] {
  const unwrapped = rings.map(unwrapRing);
  // Holes follow their outer ring.
  const [middle = 0] = unwrapped.map((ring) => meanLon(ring));
  const together = unwrapped.map((ring) =>
    shiftLongitudes(ring, TURN_DEGREES * Math.round((middle - meanLon(ring)) / TURN_DEGREES)),
  );
  const whole: Polygon = { type: "Polygon", coordinates: together };
  return [-TURN_DEGREES, 0, TURN_DEGREES].flatMap((turn) => {
    const part = intersect(featureCollection([feature(whole), feature(worldBox(turn))]))?.geometry;
    return part === undefined
      ? []
      : polygonsOf(part).map((polygon) => polygon.map((ring) => shiftLongitudes(ring, -turn)));
  });
}

// Longitudes that continue beyond 180 instead of jumping.
function unwrapRing(ring: readonly Position[]): Position[] {
  let turns = 0;
  return ring.map(([lon = 0, lat = 0], i): Position => {
    const [before = lon] = ring[i - 1] ?? [];
    if (lon - before > HALF_TURN_DEGREES) turns--;
    if (before - lon > HALF_TURN_DEGREES) turns++;
    return [lon + TURN_DEGREES * turns, lat];
  });
}

function meanLon(ring: readonly Position[]): number {
  return ring.reduce((sum, [lon = 0]) => sum + lon, 0) / Math.max(1, ring.length);
}

function shiftLongitudes(ring: readonly Position[], by: number): Position[] {
  return ring.map(([lon = 0, lat = 0]) => [lon + by, lat]);
}

function worldBox(turn: number): Polygon {
  const [west, east] = [turn - HALF_TURN_DEGREES, turn + HALF_TURN_DEGREES];
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, -90],
        [east, -90],
        [east, 90],
        [west, 90],
        [west, -90],
      ],
    ],
  };
}
