import type { Topology } from "topojson-specification";

/** An edition's shapes, on shared borders. */
export type Shapes = MainThreadShapes | OffThreadShapes;

/** Shapes that the page itself works with. */
export interface MainThreadShapes {
  readonly topology: Topology;
}

/** Shapes so large that reading them would hold the page up: TopoJSON for the map's own threads. */
export interface OffThreadShapes {
  readonly file: Blob;
  /** Where it came from. */
  readonly path: string;
}

/** Whether shapes are left to the map's threads. */
export function isOffThread(shapes: Shapes): shapes is OffThreadShapes {
  return "file" in shapes;
}
