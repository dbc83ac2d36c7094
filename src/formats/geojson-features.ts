import type { Feature, Geometry, MultiLineString } from "geojson";
import { feature } from "topojson-client";
import type { Boundary } from "../model/boundary.js";
import type { LayerTopology } from "../model/topology.js";
import { decimalBoundary, decimalDegrees } from "../topology/decimal-degrees.js";
import { rewound } from "../topology/rewound.js";
import type { MapGeometry, MapLayer, MapProperties } from "./map-document.js";

/** A feature's shape in longitude and latitude. */
export type MapShape = Boundary | MultiLineString;

/** A GeoJSON feature with its id and its table row. */
export interface ShapedFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly properties: MapProperties;
  readonly geometry: MapShape;
}

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
    case "MultiPolygon":
      return rewound(decimalBoundary(shape));
    case "MultiLineString":
      return { type: "MultiLineString", coordinates: shape.coordinates.map(decimalDegrees) };
  }
}
