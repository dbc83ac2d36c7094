import type { Feature, Geometry, MultiLineString, Position } from "geojson";
import { feature } from "topojson-client";
import type { Boundary } from "../model/boundary.js";
import type { LayerTopology } from "../model/topology.js";
import type { MapGeometry, MapLayer, MapProperties } from "./map-document.js";
import { rewound } from "./rewound.js";

/** A feature's shape in longitude and latitude. */
export type MapShape = Boundary | MultiLineString;

/** A GeoJSON feature with its id and its table row. */
export interface ShapedFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly properties: MapProperties;
  readonly geometry: MapShape;
}

const PER_DEGREE = 1e6; // RFC 7946 section 11.2: six decimals are a tenth of a metre

/**
 * A layer's features as RFC 7946 has them: degrees with six decimals, outer rings anticlockwise. Features without a shape
 * are left out. On the topologies of a built file, which keep to that lattice, rounding moves nothing.
 */
export function geojsonFeatures({ features }: MapLayer, topology: LayerTopology): ShapedFeature[] {
  return features.flatMap(({ id, geometry, properties }) =>
    geometry === null ? [] : [{ type: "Feature", id, properties, geometry: shapeOf(geometry, topology) }],
  );
}

function shapeOf(geometry: MapGeometry, topology: LayerTopology): MapShape {
  // One Polygon, MultiPolygon or MultiLineString gives one feature of the same kind.
  const { geometry: shape } = feature(topology, geometry) as Feature<Geometry> as Feature<MapShape>;
  switch (shape.type) {
    case "Polygon":
      return rewound({ type: "Polygon", coordinates: shape.coordinates.map(rounded) });
    case "MultiPolygon":
      return rewound({ type: "MultiPolygon", coordinates: shape.coordinates.map((rings) => rings.map(rounded)) });
    case "MultiLineString":
      return { type: "MultiLineString", coordinates: shape.coordinates.map(rounded) };
  }
}

function rounded(line: readonly Position[]): Position[] {
  return line.map((position) => position.map((degrees) => Math.round(degrees * PER_DEGREE) / PER_DEGREE));
}
