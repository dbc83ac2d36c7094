import { bboxPolygon, feature, featureCollection, intersect } from "@turf/turf";
import type { Position } from "geojson";
import { isAt } from "../geometry/box-around.js";
import type { Boundary } from "../model/boundary.js";
import { polygonsOf } from "./layer-rings.js";

const HALF_TURN = 180; // degrees
const TURN = 360; // degrees

/**
 * A boundary that runs over the antimeridian, cut there into polygons on either side, as RFC 7946 asks; one that does not
 * is given back as it is, and so is one round a pole, which no cut puts right.
 *
 *      179 ──▶ -179  or  179 ──▶ 181        179 ──▶ 180 │ -180 ──▶ -179
 *
 * A step of more than half a turn between two positions is the short way round.
 */
export function cutAtAntimeridian(boundary: Boundary): Boundary {
  const polygons = polygonsOf(boundary);
  const cut = polygons.map(cutPolygon);
  if (cut.every((parts, i) => parts.length === 1 && parts[0] === polygons[i])) return boundary;
  return { type: "MultiPolygon", coordinates: cut.flat() };
}

function cutPolygon(rings: Position[][]): readonly Position[][][] {
  const unrolled = rings.map(unrolledRing);
  const [outer] = unrolled;
  const isJumping = unrolled.some((ring, i) => ring !== rings[i]);
  if (outer === undefined || outer === null || unrolled.includes(null)) return [rings];
  const [west, east] = [outer.reduce(least, Infinity), outer.reduce(most, -Infinity)];
  if (!isJumping && west >= -HALF_TURN && east <= HALF_TURN) return [rings];
  // A hole that was drawn on the other side belongs where its outer ring is.
  const whole = unrolled.map((ring) => {
    const [first = []] = ring ?? [];
    const turns = Math.round(((west + east) / 2 - (first[0] ?? 0)) / TURN);
    return (ring ?? []).map(([lon = 0, lat = 0]) => [lon + turns * TURN, lat]);
  });
  return [-1, 0, 1].flatMap((turn) => partWithin(whole, turn));
}

/** The ring with every step the short way; itself where all are, null where it leads round a pole. */
function unrolledRing(ring: Position[]): Position[] | null {
  let turns = 0;
  let before: number | undefined;
  let isJumping = false;
  const positions = ring.map(([lon = 0, lat = 0]) => {
    if (before !== undefined && lon - before > HALF_TURN) turns -= 1;
    if (before !== undefined && lon - before < -HALF_TURN) turns += 1;
    before = lon;
    if (turns !== 0) isJumping = true;
    return [lon + turns * TURN, lat];
  });
  if (turns !== 0) return null;
  return isJumping ? positions : ring;
}

function partWithin(rings: Position[][], turn: number): readonly Position[][][] {
  const strip = bboxPolygon([turn * TURN - HALF_TURN, -90, turn * TURN + HALF_TURN, 90]);
  const part = intersect(featureCollection([feature({ type: "Polygon" as const, coordinates: rings }), strip]));
  if (part === null) return [];
  return polygonsOf(part.geometry).map((polygon) =>
    polygon.map((ring) =>
      ring.map(([lon = 0, lat = 0]) => {
        const turned = lon - turn * TURN;
        return [isAt(Math.abs(turned), HALF_TURN) ? Math.sign(turned) * HALF_TURN : turned, lat];
      }),
    ),
  );
}

function least(west: number, [lon = 0]: Position): number {
  return Math.min(west, lon);
}

function most(east: number, [lon = 0]: Position): number {
  return Math.max(east, lon);
}
