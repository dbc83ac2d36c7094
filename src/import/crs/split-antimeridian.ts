import { feature, featureCollection, intersect } from "@turf/turf";
import type { MultiPolygon, Polygon, Position } from "geojson";

const HALF_TURN_DEGREES = 180;
const TURN_DEGREES = 360;

/**
 * A geometry whose polygons end at the antimeridian: those that run over it, beyond 180 or with a jump from 180 to -180,
 * are cut there. All else stays as it is, and so do areas round a pole.
 *
 *     170        190                  170  180 -180 -170
 *      ┌──────────┐                    ┌────┐    ┌────┐
 *      │          │       becomes      │    │ and│    │
 *      └──────────┘                    └────┘    └────┘
 */
export function splitAtAntimeridian(geometry: unknown): unknown {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type !== "Polygon" && type !== "MultiPolygon") return geometry;
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as Position[][][];
  if (!Array.isArray(polygons) || !polygons.some(crossesAntimeridian) || enclosesPole(geometry)) return geometry;
  const cut = polygons.flatMap((rings) => (crossesAntimeridian(rings) ? splitPolygon(rings) : [rings]));
  return { type: "MultiPolygon", coordinates: cut };
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
  // Holes go where their outer ring went.
  const [middle = 0] = unwrapped.map((ring) => meanLon(ring));
  const together = unwrapped.map((ring) =>
    shiftLongitudes(ring, TURN_DEGREES * Math.round((middle - meanLon(ring)) / TURN_DEGREES)),
  );
  const whole: Polygon = { type: "Polygon", coordinates: together };
  return [-TURN_DEGREES, 0, TURN_DEGREES].flatMap((turn) => {
    const part = intersect(featureCollection([feature(whole), feature(worldBox(turn))]))?.geometry;
    return part === undefined
      ? []
      : partsOf(part).map((polygon) => polygon.map((ring) => shiftLongitudes(ring, -turn)));
  });
}

/** Whether an outline goes once round the Earth: a pole lies inside, which has no place in a plane that is cut anywhere. */
export function enclosesPole(geometry: unknown): boolean {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type !== "Polygon" && type !== "MultiPolygon") return false;
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as Position[][][];
  return (
    Array.isArray(polygons) &&
    polygons.some(
      (rings) =>
        crossesAntimeridian(rings) &&
        rings
          .map(unwrapRing)
          .some((ring) => Math.abs((ring[0]?.[0] ?? 0) - (ring.at(-1)?.[0] ?? 0)) > HALF_TURN_DEGREES),
    )
  );
}

// Longitudes that go on instead of jumping.
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

function partsOf(boundary: Polygon | MultiPolygon): Position[][][] {
  return boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates;
}
