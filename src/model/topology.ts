import type { MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { LayerName } from "./boundary.js";

/** One area on shared arcs; its `id` is its code. */
export type AreaGeometry = Polygon<object> | MultiPolygon<object>;

/** A layer's areas on shared arcs. */
export interface AreaCollection {
  type: "GeometryCollection";
  geometries: AreaGeometry[];
}

/** TopoJSON with one object a layer and one table of arcs for all of them. */
export type LayerTopology = Topology<{ [layer in LayerName]?: AreaCollection }>;
