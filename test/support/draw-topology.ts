import type { Position } from "geojson";
import { topology } from "topojson-server";
import { arcNetwork } from "../../src/cartography/arc-network.js";
import type { LayerTopology } from "../../src/model/topology.js";

/** Areas by code, each of one ring without its last position. */
export type Drawing = Readonly<Record<string, readonly Position[]>>;

/** A topology of layers drawn by hand. */
export function drawTopology(layers: Readonly<Record<string, Drawing>>): LayerTopology {
  const objects = Object.entries(layers).map(([name, areas]) => [
    name,
    {
      type: "FeatureCollection" as const,
      features: Object.entries(areas).map(([id, ring]) => ({
        type: "Feature" as const,
        id,
        properties: {},
        geometry: {
          type: "Polygon" as const,
          coordinates: [[...ring, ring[0] ?? []].map((position) => [...position])],
        },
      })),
    },
  ]);
  return topology(Object.fromEntries(objects)) as unknown as LayerTopology;
}

/** The arcs of a topology as lines of positions, with only some of the vertices or with other places for them. */
export function linesOf(
  drawn: LayerTopology,
  { arcs, places }: { readonly arcs?: readonly Int32Array[]; readonly places?: Float64Array } = {},
): number[][][] {
  const network = arcNetwork(drawn);
  const xy = places ?? network.lonLat;
  return (arcs ?? network.arcs).map((arc) => [...arc].map((vertex) => [xy[2 * vertex] ?? 0, xy[2 * vertex + 1] ?? 0]));
}
