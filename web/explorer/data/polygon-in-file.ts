import type { MultiPolygon, Polygon, Position } from "geojson";

type Json = { readonly [name: string]: unknown } | null;

/** A file that holds no area; the message says what to do about it. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/**
 * The area in a GeoJSON text: a Polygon or MultiPolygon, a Feature of one, or all those of a FeatureCollection together.
 *
 * @throws {FileError} when there is none
 */
export function polygonInFile(text: string): Polygon | MultiPolygon {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FileError("This file is not GeoJSON: it is not JSON at all.");
  }
  const polygons = polygonsIn(json);
  const [only] = polygons;
  if (only === undefined) throw new FileError("This file holds no Polygon or MultiPolygon.");
  return polygons.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

function polygonsIn(json: Json): Position[][][] {
  const list = (value: unknown): Json[] => (Array.isArray(value) ? value : []);
  switch (json?.type) {
    case "FeatureCollection":
      return list(json.features).flatMap(polygonsIn);
    case "GeometryCollection":
      return list(json.geometries).flatMap(polygonsIn);
    case "Feature":
      return polygonsIn(json.geometry as Json);
    case "Polygon":
      return [json.coordinates as Position[][]];
    case "MultiPolygon":
      return json.coordinates as Position[][][];
    default:
      return [];
  }
}
