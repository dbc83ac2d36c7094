import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { Boundary } from "../model/boundary.js";
import type { LayerName } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { topologyInDegrees } from "../model/topology-in-degrees.js";
import type { LayerArea } from "../overlap/layer-rings.js";
import { decimalDegrees } from "../topology/decimal-degrees.js";

/**
 * The areas of a stored layer, by code, drawn with the decimals that clients get, so that a boundary which is sent back
 * lies on itself.
 *
 * @param text the edition's topology as it is stored: it passes to a thread faster than what it says
 */
export function topologyAreas(text: string, layer: LayerName): readonly LayerArea[] {
  const topology = topologyInDegrees(JSON.parse(text) as LayerTopology);
  const decimal = { ...topology, arcs: topology.arcs.map(decimalDegrees) };
  const areas = (topology.objects[layer]?.geometries ?? []).map((geometry) => {
    const { geometry: boundary } = feature(decimal, geometry) as Feature<Boundary>;
    return { code: String(geometry.id), boundary };
  });
  return areas.sort((a, b) => (a.code < b.code ? -1 : 1));
}
