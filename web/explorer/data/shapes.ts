import type { Topology } from "topojson-specification";

/** An edition's shapes, on shared borders. */
export type Shapes = NearShapes | FarShapes;

/** Shapes that the page itself works with. */
export interface NearShapes {
  readonly topology: Topology;
}

/** Shapes so large that reading them would hold the page up: TopoJSON for the map's own threads. */
export interface FarShapes {
  readonly file: Blob;
  /** Where it came from. */
  readonly path: string;
}

/** Whether shapes are left to the map's threads. */
export function areFar(shapes: Shapes): shapes is FarShapes {
  return "file" in shapes;
}
