import type { Blocks } from "../model/blocks.js";
import type { Boundary } from "../model/boundary.js";
import type { MeasuredPolygon } from "../model/measured-polygon.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import type { TopologyLayer } from "./topology-layer.js";

/** What the thread that measures polygons is asked to do. Its large arrays lie in shared memory. */
export type PolygonTask = PrepareLayerTask | LocateBlocksTask | MeasurePolygonTask;

/** Make a layer ready. */
export interface PrepareLayerTask extends TopologyLayer {
  readonly kind: "PREPARE";
}

/** Say in which area of a layer each block lies. */
export interface LocateBlocksTask {
  readonly kind: "LOCATE";
  readonly layer: MeasuredLayer;
  readonly blocks: PointBlocks;
}

/** Check a polygon and measure it against a layer. */
export interface MeasurePolygonTask {
  readonly kind: "MEASURE";
  readonly boundary: Boundary;
  readonly layer: MeasuredLayer;
  readonly people: LocatedBlocks | null;
}

/** Blocks without their codes. */
export type PointBlocks = Omit<Blocks, "codes">;

/** The blocks of an edition and the area of a layer that each lies in. */
export interface LocatedBlocks {
  readonly blocks: PointBlocks;
  /** By index in the layer; IN_NONE for none. */
  readonly areaOfBlock: Int32Array;
}

/** The answer to each kind of task. */
export interface PolygonAnswers {
  readonly PREPARE: MeasuredLayer;
  readonly LOCATE: LocatedBlocks;
  readonly MEASURE: MeasuredPolygon | RefusedPolygon;
}

/** Why a polygon cannot be measured: the facts of a BoundaryError, which does not pass between threads as itself. */
export interface RefusedPolygon {
  readonly feature: string;
  readonly what: string;
  readonly remedy: string;
}
