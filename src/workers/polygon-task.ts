import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import type { Boundary } from "../model/boundary.js";
import type { LayerName } from "../model/layer.js";
import type { MeasuredPolygon } from "../model/measured-polygon.js";
import type { LocatedPoints, PeopleAtPoints } from "../overlap/located-points.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";

/** What the thread that measures polygons is asked to do. Its large arrays lie in shared memory. */
export type PolygonTask = PrepareLayerTask | LocatePeopleTask | MeasurePolygonTask;

/** Make a layer ready. */
export interface PrepareLayerTask {
  readonly kind: "PREPARE";
  /** The edition's topology as it is stored. */
  readonly topology: string;
  readonly layer: LayerName;
  readonly plane: EqualAreaPlane;
}

/** Find people in a layer. */
export interface LocatePeopleTask {
  readonly kind: "LOCATE";
  readonly layer: MeasuredLayer;
  readonly people: PeopleAtPoints;
}

/** Check a polygon and measure it against a layer. */
export interface MeasurePolygonTask {
  readonly kind: "MEASURE";
  readonly boundary: Boundary;
  readonly layer: MeasuredLayer;
  readonly people: LocatedPoints | null;
}

/** The answer to each kind of task. */
export interface PolygonAnswers {
  readonly PREPARE: MeasuredLayer;
  readonly LOCATE: LocatedPoints;
  readonly MEASURE: MeasuredPolygon | RefusedPolygon;
}

/** Why a polygon cannot be measured: the facts of a BoundaryError, which does not pass between threads as itself. */
export interface RefusedPolygon {
  readonly feature: string;
  readonly what: string;
  readonly remedy: string;
}
