// Measures polygons of clients on a thread of its own, so that an intricate one does not hold up other requests.
import type {
  Boundary,
  EqualAreaProjection,
  LocatedPoints,
  MeasuredPolygon,
  PopulationPoints,
  PreparedLayer,
} from "@coterminous/overlap";
import * as overlap from "@coterminous/overlap";
import { shareLayer, sharePoints } from "@coterminous/overlap/parallel";
import { decodeLayer } from "../../cartography/decode-topology.js";
import type { LayerName } from "../../model/layer.js";

/** A layer to prepare. */
export interface PrepareLayerTask {
  /** The edition's topology as it is stored. */
  readonly topology: string;
  readonly layer: LayerName;
  readonly projection: EqualAreaProjection;
}

/** Population points to locate in a layer. */
export interface LocatePeopleTask {
  readonly layer: PreparedLayer;
  readonly people: PopulationPoints;
}

/** A polygon to validate and to measure against a layer. Large arrays of tasks and results are in shared memory. */
export interface MeasurePolygonTask {
  readonly boundary: Boundary;
  readonly layer: PreparedLayer;
  readonly people: LocatedPoints | null;
}

/** Why a polygon cannot be measured: the fields of a PolygonError, which loses its class between threads. */
export interface PolygonRejected {
  readonly feature: string;
  readonly what: string;
  readonly remedy: string;
}

// Piscina calls the functions below by name.

export function prepareLayer({ topology, layer, projection }: PrepareLayerTask): PreparedLayer {
  return shareLayer(overlap.prepareLayer(decodeLayer(topology, layer), projection));
}

export function locatePeople({ layer, people }: LocatePeopleTask): LocatedPoints {
  return sharePoints(overlap.locatePopulationPoints(layer, people));
}

export function measure({ boundary, layer, people }: MeasurePolygonTask): MeasuredPolygon | PolygonRejected {
  try {
    return overlap.measurePolygon(overlap.validatePolygon(boundary, layer.projection), layer, people);
  } catch (error) {
    if (!(error instanceof overlap.PolygonError)) throw error;
    const { feature, what, remedy } = error;
    return { feature, what, remedy };
  }
}
