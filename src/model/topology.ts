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

/** The objects of a topology: the layers, and the overlaps that are only part of their council. */
export type DrawableLayer = LayerName | "overlaps";

/** TopoJSON with one object for each layer, all on the same arcs. */
export type LayerTopology = Topology<{ [layer in DrawableLayer]?: AreaCollection }>;

/** The lowest zoom of the web map at which each layer is drawn. */
export type MinZooms = Readonly<Record<DrawableLayer, number>>;

/** The id of an overlap's shape in a topology: both codes, separated by a space, their own spaces percent-encoded. */
export function overlapId(footprint: FootprintCode, authority: AuthorityCode): string {
  return `${encodeSpaces(footprint)} ${encodeSpaces(authority)}`;
}

// Different pairs of codes have different ids.
function encodeSpaces(code: string): string {
  return code.replace(/[% ]/g, encodeURIComponent);
}

/** One level of the tile pyramid: layers on shared arcs, simplified for one zoom of the web map. */
export interface ZoomTopology {
  /** From 0, where one tile holds the world. */
  readonly zoom: number;
  /** Units of the grid along a tile's side. */
  readonly extent: number;
  /** Positions are whole units from the world's north-western corner, x eastwards and y southwards, delta-encoded. */
  readonly topology: LayerTopology;
}
