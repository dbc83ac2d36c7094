import type { Position } from "geojson";
import type { LonLatBox } from "../model/boundary.js";
import type { MapShape } from "./geojson-features.js";

/** The box around shapes, degrees; null around none. */
export function shapesBox(shapes: readonly MapShape[]): LonLatBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of shapes.flatMap(linesOf)) {
    for (const [lon = Number.NaN, lat = Number.NaN] of line) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return west <= east ? [west, south, east, north] : null;
}

function linesOf(shape: MapShape): readonly Position[][] {
  return shape.type === "MultiPolygon" ? shape.coordinates.flat() : shape.coordinates;
}
