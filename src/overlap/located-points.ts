import { areasOnPath } from "./areas-at-points.js";
import type { MeasuredLayer } from "./measured-layer.js";
import { type PointIndex, pointIndex } from "./point-index.js";

/** Points and the people who live there. */
export interface PeopleAtPoints {
  /** Longitude and latitude of each point in turn, degrees, finite. */
  readonly lonLats: Float64Array;
  readonly populations: Int32Array;
}

/** Points that have been found in a layer, made ready to be asked which of them lie in a polygon. */
export interface LocatedPoints {
  readonly index: PointIndex;
  readonly populations: Int32Array;
  /** The area of the layer that each point lies in, by index; IN_NONE for none. */
  readonly areaOfPoint: Int32Array;
}

/** Finds points in a layer, once. */
export function locatedPoints(layer: MeasuredLayer, { lonLats, populations }: PeopleAtPoints): LocatedPoints {
  const index = pointIndex(layer.plane, lonLats);
  return { index, populations, areaOfPoint: areasOnPath(layer, index.path) };
}
