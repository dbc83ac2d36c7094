import type { Position } from "geojson";
import { type RingProblem, ringProblem } from "../geometry/ring-problems.js";
import type { Boundary, LonLat } from "../model/boundary.js";
import { BoundaryError } from "../overlap/boundary-error.js";
import { polygonsOf } from "../overlap/layer-rings.js";
import { polygonLists } from "./polygon-lists.js";
import { redrawnPolygon } from "./redrawn-polygon.js";
import { touchedCorner } from "./touched-corner.js";

/** Something that was wrong with a boundary and has been put right. */
export interface Mend {
  /** What was wrong: `polygon 2, outer ring crosses itself near [-5.1, 50.2]`. */
  readonly what: string;
  /** What was done: `redrawn round what it encloses; its area stays the same to 0.3 m²`. */
  readonly done: string;
  readonly at: LonLat | null;
  /** Whether land counts otherwise than it would have. */
  readonly changesArea: boolean;
}

/** A boundary that can be measured, and what was mended to make it so. */
export interface MendedBoundary {
  /** null when nothing is enclosed: the area was generalised to a line or a point. */
  readonly boundary: Boundary | null;
  readonly mends: readonly Mend[];
}

/**
 * A geometry as a boundary whose rings can be measured, mended where that changes nothing that it encloses: rings left
 * open are closed, rings that enclose nothing are dropped, rings that cross or touch themselves are redrawn.
 *
 * Polygons and holes are numbered as they are in the geometry. How its rings lie to each other is not looked at.
 * @param name the feature as its reader would call it: `lad.geojson, feature 12`
 * @throws {BoundaryError} for what cannot be mended: no polygon, positions that are none on Earth, crossings that leave
 *   open what is meant
 */
export function mendedBoundary(geometry: unknown, name: string): MendedBoundary {
  const mends: Mend[] = [];
  const polygons = polygonLists(geometry, name).flatMap((rings, p) =>
    mendedPolygon(rings, { name, place: `polygon ${p + 1}` }, mends),
  );
  const [only] = polygons;
  if (only === undefined) return { boundary: null, mends };
  const boundary: Boundary =
    polygons.length === 1 ? { type: "Polygon", coordinates: only } : { type: "MultiPolygon", coordinates: polygons };
  return { boundary, mends };
}

/** Where a polygon stands: in which feature, and where in it. */
interface PolygonPlace {
  readonly name: string;
  readonly place: string;
}

/** What becomes of a polygon: itself, several where it crosses itself, none where it encloses nothing. */
function mendedPolygon(
  rings: readonly Position[][],
  { name, place }: PolygonPlace,
  mends: Mend[],
): readonly Position[][][] {
  const kept: Position[][] = [];
  const crossings: Pick<Mend, "what" | "at">[] = [];
  for (const [r, drawn] of rings.entries()) {
    const which = `${place}, ${r === 0 ? "outer ring" : `hole ${r}`}`;
    const ring = closedRing(drawn, which, mends);
    const problem = ringProblem(ring);
    if (problem?.kind === "SHORT" || problem?.kind === "FLAT") {
      mends.push({ what: `${which} ${problem.what}`, done: "left out", at: problem.at, changesArea: false });
      if (r === 0) return []; // its holes are holes in nothing
      continue;
    }
    const crossing = crossingOf(ring, problem, `${name}, ${which}`);
    if (crossing !== null) crossings.push({ what: `${which} ${crossing.what}`, at: crossing.at });
    kept.push(ring);
  }
  const [first] = crossings;
  if (first === undefined) return [kept];
  const { boundary, change } = redrawnPolygon(kept, `${name}, ${first.what}`);
  const done = `redrawn round what it encloses; ${change}`;
  for (const crossing of crossings) mends.push({ ...crossing, done, changesArea: false });
  return polygonsOf(boundary);
}

function closedRing(ring: readonly Position[], which: string, mends: Mend[]): Position[] {
  const flat = ring.map((position) => (Array.isArray(position) ? position.slice(0, 2) : position));
  const [first] = flat;
  const last = flat.at(-1);
  if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return flat;
  const [lon, lat] = first;
  mends.push({
    what: `${which} is not closed`,
    done: "closed",
    at: lon === undefined || lat === undefined ? null : [lon, lat],
    changesArea: false,
  });
  return [...flat, first];
}

/** Where a ring crosses or touches itself; null where it does neither. @throws {BoundaryError} when it is no ring */
function crossingOf(
  ring: readonly Position[],
  problem: RingProblem | null,
  where: string,
): Pick<RingProblem, "what" | "at"> | null {
  if (problem?.kind === "CROSSING") return problem;
  if (problem !== null) {
    throw new BoundaryError(problem.kind === "POSITION" ? `${where},` : where, problem.what, problem.remedy);
  }
  const touched = touchedCorner(ring);
  if (touched === null) return null;
  const place = touched.map((value) => Number(value.toFixed(6))).join(", ");
  return { what: `touches itself at [${place}]`, at: touched };
}
