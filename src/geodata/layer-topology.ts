import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { LayerName } from "../model/boundary.js";

/** One area on shared arcs; its `id` is its code. */
export type AreaGeometry = Polygon<Record<string, unknown>> | MultiPolygon<Record<string, unknown>>;

/** A layer's areas on shared arcs. */
export interface AreaCollection extends GeometryCollection {
  geometries: AreaGeometry[];
}

/** TopoJSON with one object a layer and one table of arcs for all of them. */
export type LayerTopology = Topology<Partial<Record<LayerName, AreaCollection>>>;
