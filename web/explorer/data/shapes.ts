import type { Topology } from "topojson-specification";

/** An edition's shapes, with shared arcs. */
export type Shapes = MainThreadShapes | OffThreadShapes;

/** Shapes parsed on the main thread. */
export interface MainThreadShapes {
  readonly topology: Topology;
}

/** Shapes too large to parse on the main thread: TopoJSON for the map's workers. */
export interface OffThreadShapes {
  readonly file: Blob;
  /** Its address. */
  readonly path: string;
}

/** Whether the map's workers parse these shapes. */
export function isOffThread(shapes: Shapes): shapes is OffThreadShapes {
  return "file" in shapes;
}
