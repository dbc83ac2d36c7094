import type { Polygon, Position } from "geojson";
import { planeFor } from "../geometry/equal-area-plane.js";
import type { Boundary } from "../model/boundary.js";
import { BoundaryError } from "../overlap/boundary-error.js";
import { checkedBoundary } from "../overlap/checked-boundary.js";
import { measuredLayer } from "../overlap/measured-layer.js";
import { stitchedBoundary } from "../overlap/stitched-boundary.js";
import { boxOf } from "./box-of.js";
import { MOST_DOUBTFUL_SHARE } from "./most-doubtful-share.js";
import { type UncrossedRings, uncrossedRings } from "./uncrossed-rings.js";

/** A polygon redrawn, and in words by how much its area changed. */
export interface RedrawnPolygon {
  readonly boundary: Boundary;
  readonly change: string;
}

/**
 * A polygon whose rings cross or touch themselves, redrawn round what they enclose. Its corners stay as they were read, to
 * the last digit, but for new ones in crossings.
 *
 * @param where the ring as its reader would find it, with what is wrong there
 * @throws {BoundaryError} when so much depends on how it is read that it would be guessing
 */
export function redrawnPolygon(rings: Position[][], where: string): RedrawnPolygon {
  const drawn: Polygon = { type: "Polygon", coordinates: rings };
  const boundary = redrawnBoundary(drawn, where);
  const plane = planeFor(boxOf(drawn));
  const areaM2 = (shape: Boundary) => measuredLayer([{ code: "", boundary: shape }], plane).areaM2[0] ?? 0;
  const changeM2 = Math.abs(areaM2(boundary) - areaM2(drawn));
  if (changeM2 < 1) return { boundary, change: "its area stays the same" };
  const share = changeM2 / areaM2(boundary);
  if (share <= MOST_DOUBTFUL_SHARE) return { boundary, change: `its area changes by ${changeM2.toPrecision(2)} m²` };
  const what = `so that ${Math.round(100 * Math.min(1, share))} % of its area depends on how it is read`;
  throw new BoundaryError(where, what, "draw it anew there: an outer ring and its holes, none of them crossing itself");
}

// Rings that run along themselves in more places than can be cut one by one are for Turf's clipper.
function redrawnBoundary(drawn: Polygon, where: string): Boundary {
  const rings = drawn.coordinates.map(uncrossedRings);
  const cut = rings.every((ring) => ring !== null) ? cutBoundary(rings) : null;
  const uncrossed = cut ?? checkedBoundary(drawn, where, { isRepaired: true });
  return stitchedBoundary(measuredLayer([{ code: "", boundary: uncrossed }], planeFor(boxOf(uncrossed)))) ?? uncrossed;
}

// A measured layer takes each ring for what it is, an outer ring or a hole, wherever it lies.
function cutBoundary(rings: readonly UncrossedRings[]): Boundary | null {
  const outer = rings.flatMap((ring, r) => (r === 0 ? ring.outer : ring.holes));
  const holes = rings.flatMap((ring, r) => (r === 0 ? ring.holes : ring.outer));
  const [first, ...others] = outer;
  if (first === undefined) return null;
  return { type: "MultiPolygon", coordinates: [[first, ...holes], ...others.map((ring) => [ring])] };
}
