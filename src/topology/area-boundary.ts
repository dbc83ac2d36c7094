import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { Boundary } from "../model/boundary.js";
import type { AreaGeometry, LayerTopology, ShapeLayer } from "../model/topology.js";
import { decimalBoundary } from "./decimal-degrees.js";
import { rewound } from "./rewound.js";

/** Draws areas of a topology by code; null when the layer has no such area. */
export type AreaBoundaries = (layer: ShapeLayer, code: string) => Boundary | null;

/** Boundaries from a topology, with six decimals, wound as RFC 7946 asks. A layer's areas are looked through once. */
export function areaBoundaries(topology: LayerTopology): AreaBoundaries {
  const layers = new Map<ShapeLayer, ReadonlyMap<string, AreaGeometry>>();
  const areasOf = (layer: ShapeLayer) => {
    const known = layers.get(layer);
    if (known !== undefined) return known;
    const areas = new Map(topology.objects[layer]?.geometries.map((area) => [String(area.id), area]));
    layers.set(layer, areas);
    return areas;
  };
  return (layer, code) => {
    const geometry = areasOf(layer).get(code);
    if (geometry === undefined) return null;
    // One Polygon or MultiPolygon gives one feature of the same kind.
    const { geometry: boundary } = feature(topology, geometry) as Feature<Boundary>;
    return rewound(decimalBoundary(boundary));
  };
}
