import { bboxClip, feature, featureCollection, intersect } from "@turf/turf";
import type { Position } from "geojson";
import { floatAt } from "../geometry/element.js";
import { toLonLat } from "../geometry/equal-area-plane.js";
import type { Boundary } from "../model/boundary.js";
import { assembledBoundary } from "./assembled-boundary.js";
import { borderPieces } from "./border-pieces.js";
import { layerOverlaps } from "./layer-overlaps.js";
import { type MeasuredLayer, measuredLayer } from "./measured-layer.js";
import { singleArea } from "./single-area.js";
import { stitchedBoundary } from "./stitched-boundary.js";
import { stitchedRings } from "./stitched-rings.js";

/** A shape whose area is not the one measured. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";

  constructor(
    readonly codes: readonly [string, string],
    readonly areaM2: number,
    readonly shapeM2: number,
  ) {
    super(
      `${codes[0]} and ${codes[1]} share ${areaM2} m2 but the shape of it has ${shapeM2} m2; check both for crossing rings`,
    );
  }
}

/** How far a shape's area may be from the one measured, as a share of the latter, and in square metres. */
export const SHAPE_AREA_SHARE = 1e-6;
export const SHAPE_AREA_M2 = 0.01;

/**
 * The shape that two areas share, null where they share nothing; its corners are those of the two boundaries to the last
 * digit, and new ones only where their edges cross.
 *
 * Stitched from the pieces of the two borders, checked against the area measured, and where it differs (boundaries that
 * cross themselves) made by Turf's clipper and checked again.
 * @throws {ShapeError} when neither has the area measured.
 */
export function overlapShape(a: MeasuredLayer, i: number, b: MeasuredLayer, j: number): Boundary | null {
  const one = singleArea(a, i);
  const other = singleArea(b, j);
  const areaM2 = layerOverlaps(one, other)[0]?.areaM2 ?? 0;
  if (areaM2 === 0) return null;

  const stitched = assembledBoundary(stitchedRings(borderPieces(one, other)), a.plane);
  const stitchedM2 = stitched === null ? 0 : shapeAreaM2(stitched, a);
  if (isAsMeasured(stitchedM2, areaM2)) return stitched;

  const clipped = clippedByTurf(outlineOf(one), outlineOf(other), boxOf(one, other));
  const clippedM2 = clipped === null ? 0 : shapeAreaM2(clipped, a);
  if (isAsMeasured(clippedM2, areaM2)) return clipped;
  throw new ShapeError([one.codes[0] ?? "", other.codes[0] ?? ""], areaM2, stitchedM2);
}

function isAsMeasured(shapeM2: number, areaM2: number): boolean {
  return Math.abs(shapeM2 - areaM2) <= Math.max(SHAPE_AREA_M2, SHAPE_AREA_SHARE * areaM2);
}

function shapeAreaM2(boundary: Boundary, { plane }: MeasuredLayer): number {
  return measuredLayer([{ code: "shape", boundary }], plane).areaM2[0] ?? 0;
}

function outlineOf(area: MeasuredLayer): Boundary {
  return stitchedBoundary(area) ?? { type: "MultiPolygon", coordinates: [] };
}

// The box that both areas share, degrees, a little wider.
function boxOf(p: MeasuredLayer, q: MeasuredLayer): [number, number, number, number] {
  const marginM = 1;
  const west = Math.max(floatAt(p.box, 0), floatAt(q.box, 0)) - marginM;
  const south = Math.max(floatAt(p.box, 1), floatAt(q.box, 1)) - marginM;
  const east = Math.min(floatAt(p.box, 2), floatAt(q.box, 2)) + marginM;
  const north = Math.min(floatAt(p.box, 3), floatAt(q.box, 3)) + marginM;
  return [...toLonLat(p.plane, [west, south]), ...toLonLat(p.plane, [east, north])];
}

function clippedByTurf(p: Boundary, q: Boundary, box: [number, number, number, number]): Boundary | null {
  const parts = [bboxClip(feature(p), box), bboxClip(feature(q), box)].map(({ geometry }) =>
    feature(asPolygons(geometry)),
  );
  return intersect(featureCollection(parts))?.geometry ?? null;
}

function asPolygons(geometry: { readonly type: string; readonly coordinates: unknown }): Boundary {
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates as Position[][] }
    : { type: "MultiPolygon", coordinates: geometry.coordinates as Position[][][] };
}
