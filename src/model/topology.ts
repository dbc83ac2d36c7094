import type { MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { AuthorityCode, FootprintCode } from "./code.js";
import type { LayerName } from "./layer.js";

/** One area on shared arcs; its `id` is its code, or its `overlapId`. */
export type AreaGeometry = Polygon<object> | MultiPolygon<object>;

/** A layer's areas on shared arcs. */
export interface AreaCollection {
  type: "GeometryCollection";
  geometries: AreaGeometry[];
}

/** What a topology draws: the layers, and the overlaps that are only part of their council. */
export type DrawableLayer = LayerName | "overlaps";

/** TopoJSON with one object a layer and one table of arcs for all of them. */
export type LayerTopology = Topology<{ [layer in DrawableLayer]?: AreaCollection }>;

/** The zooms of the web map from which on layers are drawn. */
export type MinZooms = Readonly<Record<DrawableLayer, number>>;

/** The id that an overlap's shape has in a topology: both codes with a blank between, their own blanks percent-encoded. */
export function overlapId(footprint: FootprintCode, authority: AuthorityCode): string {
  return `${encodeSpaces(footprint)} ${encodeSpaces(authority)}`;
}

// Two pairs of codes never make one id.
function encodeSpaces(code: string): string {
  return code.replace(/[% ]/g, encodeURIComponent);
}

/** Layers on shared arcs as one zoom of the web map draws them. */
export interface ZoomTopology {
  /** From 0, where one tile holds the world. */
  readonly zoom: number;
  /** Units of the grid along a tile's side. */
  readonly extent: number;
  /** Positions are whole units from the world's north-western corner, x eastwards and y southwards, each counted from the one before. */
  readonly topology: LayerTopology;
}
