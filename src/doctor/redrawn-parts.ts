import { difference, feature, featureCollection, union } from "@turf/turf";
import type { Position } from "geojson";
import type { Boundary } from "../model/boundary.js";
import { polygonsOf } from "../overlap/layer-rings.js";
import type { PartReading } from "./part-readings.js";

type Rings = Position[][];

/** A boundary whose parts lie apart: as they were but for those that lay over others. */
export function redrawnParts(boundary: Boundary, readings: readonly PartReading[]): Boundary {
  const gone = new Set(readings.filter(({ kind }) => kind !== "JOINED").map(({ smaller }) => smaller.rings));
  const joined = new Set(
    readings.filter(({ kind }) => kind === "JOINED").flatMap(({ larger, smaller }) => [larger.rings, smaller.rings]),
  );
  const holes = readings.filter(({ kind }) => kind === "HOLE");
  const kept = polygonsOf(boundary).filter((rings) => !gone.has(rings));
  const together = kept.filter((rings) => joined.has(rings));
  const cutFromTogether = holes.filter(({ larger }) => joined.has(larger.rings)).map(({ smaller }) => smaller.rings);
  const polygons = [
    ...kept
      .filter((rings) => !joined.has(rings))
      .flatMap((rings) =>
        withHoles(
          rings,
          holes.filter(({ larger }) => larger.rings === rings).map(({ smaller }) => smaller.rings),
        ),
      ),
    ...unionOf(together).flatMap((rings) => withHoles(rings, cutFromTogether)),
  ];
  return boundaryOf(polygons);
}

/** Polygons as a boundary: one alone is no list of them. */
export function boundaryOf(polygons: readonly Rings[]): Boundary {
  const [only] = polygons;
  return polygons.length === 1 && only !== undefined
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: [...polygons] };
}

function unionOf(polygons: readonly Rings[]): readonly Rings[] {
  if (polygons.length < 2) return polygons;
  const joined = union(featureCollection(polygons.map(polygonFeature)))?.geometry;
  return joined === undefined ? polygons : polygonsOf(joined);
}

// A hole that touches no corner of the polygon is put in corner for corner: its neighbour's outline stays the same line.
function withHoles(rings: Rings, holes: readonly Rings[]): readonly Rings[] {
  if (holes.length === 0) return [rings];
  const corners = new Set(rings.flat().map(String));
  const isPlain = ([outer = [], ...inner]: Rings) =>
    inner.length === 0 && rings.length === 1 && !outer.some((position) => corners.has(String(position)));
  return holes.every(isPlain) ? [[...rings, ...holes.flatMap(([outer = []]) => [outer])]] : cutFrom(rings, holes);
}

/** What is left of a polygon when others are cut out of it, by Turf's clipper. */
export function cutFrom(rings: Rings, others: readonly Rings[]): readonly Rings[] {
  const left = difference(featureCollection([rings, ...others].map(polygonFeature)))?.geometry;
  return left === undefined ? [] : polygonsOf(left);
}

function polygonFeature(coordinates: Rings) {
  return feature({ type: "Polygon" as const, coordinates });
}
