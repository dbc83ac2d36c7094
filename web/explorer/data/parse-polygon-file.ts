import type { MultiPolygon, Polygon, Position } from "geojson";

type Json = { readonly [name: string]: unknown } | null;

/** A file that contains no area; the message says why. */
export class PolygonFileError extends Error {
  override readonly name = "FileError";
}

/**
 * The area in a GeoJSON text: a Polygon or MultiPolygon, a Feature of one, or all those of a FeatureCollection together.
 *
 * @throws {PolygonFileError} when there is none
 */
export function parsePolygonFile(text: string): Polygon | MultiPolygon {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch {
    throw new PolygonFileError("This file is not GeoJSON: it is not valid JSON.");
  }
  const polygons = collectPolygons(json);
  const [only] = polygons;
  if (only === undefined) throw new PolygonFileError("This file contains no Polygon or MultiPolygon.");
  return polygons.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

function collectPolygons(json: Json): Position[][][] {
  const toArray = (value: unknown): Json[] => (Array.isArray(value) ? value : []);
  switch (json?.type) {
    case "FeatureCollection":
      return toArray(json.features).flatMap(collectPolygons);
    case "GeometryCollection":
      return toArray(json.geometries).flatMap(collectPolygons);
    case "Feature":
      return collectPolygons(json.geometry as Json);
    case "Polygon":
      return [json.coordinates as Position[][]];
    case "MultiPolygon":
      return json.coordinates as Position[][][];
    default:
      return [];
  }
}
