import type { MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { LayerName } from "./boundary.js";
import type { AuthorityCode, FootprintCode } from "./code.js";

/** One area on shared arcs; its `id` is its code, or its `overlapId`. */
export type AreaGeometry = Polygon<object> | MultiPolygon<object>;

/** A layer's areas on shared arcs. */
export interface AreaCollection {
  type: "GeometryCollection";
  geometries: AreaGeometry[];
}

/** What a topology draws: the layers, and the overlaps that are only part of their council. */
export type ShapeLayer = LayerName | "overlaps";

/** TopoJSON with one object a layer and one table of arcs for all of them. */
export type LayerTopology = Topology<{ [layer in ShapeLayer]?: AreaCollection }>;

/** The id that an overlap's shape has in a topology: both codes with a blank between, their own blanks percent-encoded. */
export function overlapId(footprint: FootprintCode, authority: AuthorityCode): string {
  return `${withoutBlanks(footprint)} ${withoutBlanks(authority)}`;
}

// Two pairs of codes never make one id.
function withoutBlanks(code: string): string {
  return code.replace(/[% ]/g, encodeURIComponent);
}
