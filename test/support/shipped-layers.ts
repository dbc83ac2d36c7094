import { readFileSync } from "node:fs";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Boundary } from "../../packages/overlap/src/boundary.js";
import type { LayerArea } from "../../packages/overlap/src/layer/layer-coordinates.js";
import { byCode } from "../../src/model/by-code.js";
import type { LayerName } from "../../src/model/layer.js";

export type ShippedEdition = "stp-2017" | "icb-2024";

/** A layer of an edition that the project ships, at full detail, sorted by code. */
export function readShippedLayer(edition: ShippedEdition, layer: LayerName): LayerArea[] {
  const file = new URL(`../../geodata/${edition}/boundaries.topojson`, import.meta.url);
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology;
  const collection = topology.objects[layer] as GeometryCollection;
  return feature(topology, collection)
    .features.map(({ id, geometry }) => ({ code: String(id), boundary: geometry as Boundary }))
    .sort(byCode);
}
