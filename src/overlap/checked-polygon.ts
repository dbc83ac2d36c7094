import type { Position } from "geojson";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import type { Boundary } from "../model/boundary.js";
import { BoundaryError } from "./boundary-error.js";
import { checkHoles } from "./check-holes.js";
import { checkedBoundary } from "./checked-boundary.js";
import { layerOverlaps } from "./layer-overlaps.js";
import { measuredLayer } from "./measured-layer.js";
import { checkPositionCount } from "./position-count.js";

const NAME = "geometry";
const HALF_TURN_DEGREES = 180;
// Repairing is for the build; here the caller has the shape and its tools.
const CROSSING_REMEDY =
  "correct it there, for instance with ST_MakeValid, mapshaper -clean or a union of it with itself";

/**
 * A polygon that somebody sends, if it can be measured.
 *
 * @throws {BoundaryError} saying where and what would do: for too many positions, positions that are none, rings that are
 *   open, flat, cross themselves or run over the antimeridian, holes outside their polygon, and polygons that overlap each
 *   other
 */
export function checkedPolygon(geometry: Boundary, plane: EqualAreaPlane): Boundary {
  checkPositionCount(geometry);
  const polygons = polygonsOf(geometry);
  const boundary = checkedBoundary(geometry, NAME, { crossingRemedy: CROSSING_REMEDY });
  for (const ring of polygons.flat()) checkAntimeridian(ring);
  for (const [i, rings] of polygons.entries()) {
    checkHoles(rings, plane, polygons.length === 1 ? NAME : `${NAME}, polygon ${i + 1}`);
  }
  checkApart(polygons, plane);
  return boundary;
}

function polygonsOf({ type, coordinates }: Boundary): readonly Position[][][] {
  return type === "Polygon" ? [coordinates] : coordinates;
}

function checkAntimeridian(ring: readonly Position[]): void {
  const at = ring.findIndex(([lon = 0], i) => i > 0 && Math.abs(lon - (ring[i - 1]?.[0] ?? lon)) > HALF_TURN_DEGREES);
  if (at === -1) return;
  const what = `runs from [${ring[at - 1]}] to [${ring[at]}], over the antimeridian`;
  throw new BoundaryError(NAME, what, "cut it there into a polygon on either side, as RFC 7946 asks (section 3.1.9)");
}

/** Polygons that share land would count it twice. */
function checkApart(polygons: readonly Position[][][], plane: EqualAreaPlane): void {
  if (polygons.length < 2) return;
  const parts = polygons.map((coordinates, i) => ({
    code: String(i + 1),
    boundary: { type: "Polygon" as const, coordinates },
  }));
  const layer = measuredLayer(parts, plane);
  const shared = layerOverlaps(layer, layer).find(({ a, b }) => a !== b);
  if (shared === undefined) return;
  const what = `has polygons ${shared.a + 1} and ${shared.b + 1} overlapping by ${Math.round(shared.areaM2).toLocaleString("en-GB")} square metres`;
  throw new BoundaryError(NAME, what, "join them into one");
}
