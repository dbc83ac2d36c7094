import type { Feature } from "geojson";
import { feature } from "topojson-client";
import { decimalBoundary } from "../formats/decimal-degrees.js";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import type { Boundary, LayerName } from "../model/boundary.js";
import type { LayerTopology } from "../model/topology.js";
import { type MeasuredLayer, measuredLayer } from "../overlap/measured-layer.js";

/** Which layer of which topology. */
export interface TopologyLayer {
  /** An edition's topology as it is stored: text, which passes to a thread faster than what it says. */
  readonly topology: string;
  readonly layer: LayerName;
  readonly plane: EqualAreaPlane;
}

/**
 * A stored layer made ready to be measured against: its areas by code, drawn with the decimals that clients get, so that
 * a boundary which is sent back lies on itself.
 */
export function topologyLayer({ topology: text, layer, plane }: TopologyLayer): MeasuredLayer {
  const topology = JSON.parse(text) as LayerTopology;
  const areas = (topology.objects[layer]?.geometries ?? []).map((geometry) => {
    const { geometry: boundary } = feature(topology, geometry) as Feature<Boundary>;
    return { code: String(geometry.id), boundary: decimalBoundary(boundary) };
  });
  return measuredLayer(
    areas.sort((a, b) => (a.code < b.code ? -1 : 1)),
    plane,
  );
}
