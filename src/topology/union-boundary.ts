import { merge } from "topojson-client";
import type { MultiPolygon, Polygon } from "topojson-specification";
import type { Boundary } from "../model/boundary.js";
import type { LayerName } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { decimalBoundary } from "./decimal-degrees.js";
import { rewound } from "./rewound.js";

/**
 * The boundary of several areas of a layer taken together, wound as RFC 7946 asks; null when one of them is not there.
 *
 * Borders between the areas go because both draw the same arc; all others stay point for point what the areas draw.
 * No areas give a MultiPolygon without polygons.
 */
export function unionBoundary(topology: LayerTopology, layer: LayerName, codes: readonly string[]): Boundary | null {
  const wanted = new Set(codes);
  const areas = (topology.objects[layer]?.geometries ?? []).filter(({ id }) => wanted.has(String(id)));
  if (areas.length < wanted.size) return null;
  const { coordinates } = merge(topology, areas as (Polygon | MultiPolygon)[]);
  const [only] = coordinates;
  const boundary: Boundary =
    coordinates.length === 1 && only !== undefined
      ? { type: "Polygon", coordinates: only }
      : { type: "MultiPolygon", coordinates };
  return rewound(decimalBoundary(boundary));
}
