import type { Boundary, LonLatBox } from "@coterminous/overlap";
import type { Feature, Geometry, MultiLineString, Position } from "geojson";
import { feature } from "topojson-client";
import { rewind, roundBoundary, roundCoordinates } from "../../../cartography/rfc7946.js";
import type { LayerTopology } from "../../../model/topology.js";
import type { MapDocument, MapGeometry, MapLayer, MapProperties } from "../map-document.js";

/** A feature's geometry in longitude and latitude. */
export type MapShape = Boundary | MultiLineString;

/** A GeoJSON feature with its id and its table row. */
export interface ShapedFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly properties: MapProperties;
  readonly geometry: MapShape;
}

/**
 * A layer's features as in RFC 7946: degrees with six decimals, outer rings anticlockwise. Features without a geometry
 * are left out. The topologies of a database are on that grid already, so rounding moves no vertex.
 */
export function geojsonFeatures({ features }: MapLayer, topology: LayerTopology): ShapedFeature[] {
  return features.flatMap(({ id, geometry, properties }) =>
    geometry === null ? [] : [{ type: "Feature", id, properties, geometry: shapeOf(geometry, topology) }],
  );
}

function shapeOf(geometry: MapGeometry, topology: LayerTopology): MapShape {
  // A Polygon, MultiPolygon or MultiLineString becomes one feature of the same type.
  const { geometry: shape } = feature(topology, geometry) as Feature<Geometry> as Feature<MapShape>;
  switch (shape.type) {
    case "Polygon":
    case "MultiPolygon":
      return rewind(roundBoundary(shape));
    case "MultiLineString":
      return { type: "MultiLineString", coordinates: shape.coordinates.map(roundCoordinates) };
  }
}

/**
 * A layer as a GeoJSON FeatureCollection, one feature per line, with its bbox and origin as foreign members.
 *
 * @see RFC 7946
 */
export function toGeojson({ topology, origin }: MapDocument, layer: MapLayer): string {
  const features = geojsonFeatures(layer, topology);
  const bbox = shapesBbox(features.map(({ geometry }) => geometry));
  const head = { type: "FeatureCollection", name: layer.name, ...origin, ...(bbox === null ? {} : { bbox }) };
  const lines = features.map((feature) => JSON.stringify(feature));
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines.join(",\n")}\n]}\n`;
}

/** A layer as newline-delimited GeoJSON: one feature per line, each with the origin. */
export function toGeojsonLines({ topology, origin }: MapDocument, layer: MapLayer): string {
  return geojsonFeatures(layer, topology)
    .map((feature) => `${JSON.stringify({ ...feature, ...origin })}\n`)
    .join("");
}

/** The bbox of geometries, degrees; null for none. */
export function shapesBbox(shapes: readonly MapShape[]): LonLatBox | null {
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
