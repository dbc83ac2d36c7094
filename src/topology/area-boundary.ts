import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { Boundary } from "../model/boundary.js";
import type { LayerTopology, ShapeLayer } from "../model/topology.js";
import { decimalBoundary } from "./decimal-degrees.js";
import { rewound } from "./rewound.js";

/** An area's boundary drawn from a topology, with six decimals, wound as RFC 7946 asks; null when the layer has no such area. */
export function areaBoundary(topology: LayerTopology, layer: ShapeLayer, code: string): Boundary | null {
  const geometry = topology.objects[layer]?.geometries.find(({ id }) => id === code);
  if (geometry === undefined) return null;
  // One Polygon or MultiPolygon gives one feature of the same kind.
  const { geometry: boundary } = feature(topology, geometry) as Feature<Boundary>;
  return rewound(decimalBoundary(boundary));
}
