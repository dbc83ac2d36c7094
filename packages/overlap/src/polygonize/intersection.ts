import { bboxClip } from "@turf/bbox-clip";
import { feature, featureCollection } from "@turf/helpers";
import { intersect } from "@turf/intersect";
import type { Position } from "geojson";
import type { Boundary } from "../boundary.js";
import { extractArea, type PreparedLayer, prepareLayer } from "../layer/prepared-layer.js";
import { overlayAreas } from "../overlay/overlay-areas.js";
import { unproject } from "../projection/cylindrical-equal-area.js";
import { buildPolygons } from "./build-polygons.js";
import { dissolveLayer } from "./dissolve-layer.js";
import { intersectionEdges } from "./intersection-edges.js";
import { polygonize } from "./polygonize.js";

/** An intersection whose area differs from the measured one. */
export class IntersectionAreaError extends Error {
  override readonly name = "IntersectionAreaError";

  constructor(
    readonly codes: readonly [string, string],
    readonly areaM2: number,
    readonly polygonM2: number,
  ) {
    super(
      `${codes[0]} and ${codes[1]} share ${areaM2} m2 but the shape of it has ${polygonM2} m2; check both for crossing rings`,
    );
  }
}

/** How far a shape's area may be from the one measured, as a share of the latter, and in square metres. */
export const AREA_TOLERANCE_SHARE = 1e-6;
export const AREA_TOLERANCE_M2 = 0.01;

/**
 * The intersection of two areas, null where they share nothing. Its corners are those of the two boundaries to the last
 * digit; new ones appear only where edges cross.
 *
 * Assembled from the pieces of the two borders and checked against the measured area. Where it differs (boundaries that
 * cross themselves), Turf's clipper is used and checked instead.
 * @throws {IntersectionAreaError} when neither has the measured area.
 */
export function intersection(a: PreparedLayer, i: number, b: PreparedLayer, j: number): Boundary | null {
  const one = extractArea(a, i);
  const other = extractArea(b, j);
  const areaM2 = overlayAreas(one, other)[0]?.areaM2 ?? 0;
  if (areaM2 === 0) return null;

  const polygon = buildPolygons(polygonize(intersectionEdges(one, other)), a.projection);
  const polygonM2 = polygon === null ? 0 : polygonAreaM2(polygon, a);
  if (hasExpectedArea(polygonM2, areaM2)) return polygon;

  const clipped = intersectWithTurf(outlinePolygon(one), outlinePolygon(other), commonBbox(one, other));
  const clippedM2 = clipped === null ? 0 : polygonAreaM2(clipped, a);
  if (hasExpectedArea(clippedM2, areaM2)) return clipped;
  throw new IntersectionAreaError([one.codes[0] ?? "", other.codes[0] ?? ""], areaM2, polygonM2);
}

function hasExpectedArea(polygonM2: number, areaM2: number): boolean {
  return Math.abs(polygonM2 - areaM2) <= Math.max(AREA_TOLERANCE_M2, AREA_TOLERANCE_SHARE * areaM2);
}

function polygonAreaM2(boundary: Boundary, { projection }: PreparedLayer): number {
  return prepareLayer([{ code: "shape", boundary }], projection).areaM2[0] ?? 0;
}

function outlinePolygon(area: PreparedLayer): Boundary {
  return dissolveLayer(area) ?? { type: "MultiPolygon", coordinates: [] };
}

// The box that both areas share, degrees, a little wider.
function commonBbox(p: PreparedLayer, q: PreparedLayer): [number, number, number, number] {
  const marginM = 1;
  const west = Math.max(p.box[0], q.box[0]) - marginM;
  const south = Math.max(p.box[1], q.box[1]) - marginM;
  const east = Math.min(p.box[2], q.box[2]) + marginM;
  const north = Math.min(p.box[3], q.box[3]) + marginM;
  return [...unproject(p.projection, [west, south]), ...unproject(p.projection, [east, north])];
}

function intersectWithTurf(p: Boundary, q: Boundary, box: [number, number, number, number]): Boundary | null {
  const parts = [bboxClip(feature(p), box), bboxClip(feature(q), box)].map(({ geometry }) =>
    feature(toBoundary(geometry)),
  );
  return intersect(featureCollection(parts))?.geometry ?? null;
}

function toBoundary(geometry: { readonly type: string; readonly coordinates: unknown }): Boundary {
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates as Position[][] }
    : { type: "MultiPolygon", coordinates: geometry.coordinates as Position[][][] };
}
