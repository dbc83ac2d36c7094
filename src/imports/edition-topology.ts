import type { Position } from "geojson";
import { topology } from "topojson-server";
import type { Boundary } from "../model/boundary.js";
import type { LayerTopology } from "../model/topology.js";
import type { ImportedLayer } from "./imported-layer.js";

/**
 * The layers on shared arcs, every position as it was read.
 *
 * On no grid: corners that published rings touch themselves in lie on an edge to the last digit, and any rounding would
 * put some of them on its wrong side.
 */
export function editionTopology(layers: readonly ImportedLayer[]): LayerTopology {
  const collections = Object.fromEntries(
    layers.map(({ layer, areas }) => [
      layer,
      {
        type: "FeatureCollection",
        features: areas.map(({ code, boundary }) => ({
          type: "Feature",
          id: code,
          properties: {},
          geometry: copied(boundary),
        })),
      },
    ]),
  );
  return topology(collections as never) as unknown as LayerTopology;
}

// Joining turns rings round and cuts them in place; the positions in them it leaves as they are.
function copied(boundary: Boundary): unknown {
  const rings = (polygon: readonly Position[][]) => polygon.map((ring) => ring.slice());
  return boundary.type === "Polygon"
    ? { type: boundary.type, coordinates: rings(boundary.coordinates) }
    : { type: boundary.type, coordinates: boundary.coordinates.map(rings) };
}
