import type { Position } from "geojson";
import { type Boundary, polygonsOf } from "../boundary.js";
import { PolygonError } from "../errors.js";
import type { LayerArea } from "../layer/layer-coordinates.js";
import { prepareLayer } from "../layer/prepared-layer.js";
import { overlayAreas } from "../overlay/overlay-areas.js";
import type { EqualAreaProjection } from "../projection/cylindrical-equal-area.js";
import { checkPositionCount } from "./position-count.js";
import { validateRings } from "./validate-rings.js";

const NAME = "geometry";
const HALF_TURN_DEGREES = 180;
// Only an import repairs; here the caller has the shape and the tools.
const CROSSING_REMEDY =
  "correct it there, for instance with ST_MakeValid, mapshaper -clean or a union of it with itself";

/**
 * A client's polygon, validated.
 *
 * @throws {PolygonError} with the place and the remedy: for too many positions, invalid positions, rings that are open, flat,
 *   cross themselves or the antimeridian, holes outside their polygon, and polygons that overlap each other
 */
export function validatePolygon(geometry: Boundary, projection: EqualAreaProjection): Boundary {
  checkPositionCount(geometry);
  const polygons = polygonsOf(geometry);
  const boundary = validateRings(geometry, NAME, { crossingRemedy: CROSSING_REMEDY });
  for (const ring of polygons.flat()) checkAntimeridian(ring);
  for (const [i, rings] of polygons.entries()) {
    checkHoles(rings, projection, polygons.length === 1 ? NAME : `${NAME}, polygon ${i + 1}`);
  }
  checkDisjoint(polygons, projection);
  return boundary;
}

function checkAntimeridian(ring: readonly Position[]): void {
  const at = ring.findIndex(([lon = 0], i) => i > 0 && Math.abs(lon - (ring[i - 1]?.[0] ?? lon)) > HALF_TURN_DEGREES);
  if (at === -1) return;
  const what = `runs from [${ring[at - 1]}] to [${ring[at]}], over the antimeridian`;
  throw new PolygonError(
    NAME,
    what,
    "cut it there into a polygon on either side, as RFC 7946 requires (section 3.1.9)",
  );
}

/** Polygons that overlap would count the shared land twice. */
function checkDisjoint(polygons: readonly Position[][][], projection: EqualAreaProjection): void {
  if (polygons.length < 2) return;
  const parts = polygons.map((coordinates, i) => ({
    code: String(i + 1),
    boundary: { type: "Polygon" as const, coordinates },
  }));
  const layer = prepareLayer(parts, projection);
  const shared = overlayAreas(layer, layer).find(({ a, b }) => a !== b);
  if (shared === undefined) return;
  const what = `has polygons ${shared.a + 1} and ${shared.b + 1} overlapping by ${Math.round(shared.areaM2).toLocaleString("en-GB")} square metres`;
  throw new PolygonError(NAME, what, "join them into one");
}

const ROUNDING_SHARE = 1e-9;

/**
 * Rejects holes that do not lie inside their outer ring, or that overlap: they would be subtracted from nothing, or twice.
 *
 * @param rings the outer ring and then the holes, each closed and not crossing itself
 * @param name the polygon, as the reader knows it
 * @throws {PolygonError} naming the hole
 */
export function checkHoles(rings: readonly Position[][], plane: EqualAreaProjection, name: string): void {
  const [outer, ...holes] = rings;
  if (outer === undefined || holes.length === 0) return;
  const whole = prepareLayer([ringAsArea(outer, 0)], plane);
  const parts = prepareLayer(
    holes.map((hole, i) => ringAsArea(hole, i + 1)),
    plane,
  );
  const inside = new Map(overlayAreas(whole, parts).map(({ b, areaM2 }) => [b, areaM2]));
  const stray = holes.findIndex((_, i) => (inside.get(i) ?? 0) < (parts.areaM2[i] ?? 0) * (1 - ROUNDING_SHARE));
  if (stray !== -1) {
    throw new PolygonError(
      `${name}, hole ${stray + 1}`,
      "does not lie inside the outer ring",
      "give what lies outside as a polygon of its own, and leave the hole out",
    );
  }
  const common = overlayAreas(parts, parts).find(({ a, b }) => a < b);
  if (common !== undefined) {
    throw new PolygonError(
      `${name}, hole ${common.b + 1}`,
      `shares land with hole ${common.a + 1}`,
      "join them into one",
    );
  }
  const openM2 = parts.areaM2.reduce((sum, areaM2) => sum + areaM2, 0);
  if (openM2 >= (whole.areaM2[0] ?? 0) * (1 - ROUNDING_SHARE)) {
    throw new PolygonError(name, "has holes that leave nothing of it", "leave it out or draw it again");
  }
}

function ringAsArea(ring: readonly Position[], index: number): LayerArea {
  return { code: String(index), boundary: { type: "Polygon", coordinates: [[...ring]] } };
}
