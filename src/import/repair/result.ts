import type { LayerArea, LonLat, PreparedLayer } from "@coterminous/overlap";

/** An area under inspection. */
export interface InspectedArea extends LayerArea {
  readonly name: string;
}

/** A layer under inspection; its boundaries are repaired, so that they can be measured. */
export interface InspectedLayer {
  /** `lad.geojson`. */
  readonly title: string;
  readonly areas: readonly InspectedArea[];
  readonly repairs: readonly Repair[];
  /** Areas that cannot be measured; they are not among `areas`. */
  readonly unrepairable: readonly Unrepairable[];
  /** The areas in the same order, in the plane that all layers share. */
  readonly prepared: PreparedLayer;
}

/** A defect of a boundary that was repaired. */
export interface BoundaryRepair {
  /** The defect: `polygon 2, outer ring crosses itself near [-5.1, 50.2]`. */
  readonly what: string;
  /** The repair: `redrawn around the land it encloses`. */
  readonly done: string;
  readonly at: LonLat | null;
  /** Whether the repair decides which land counts. */
  readonly changesArea: boolean;
}

/** A repair, with its area. */
export interface Repair extends BoundaryRepair {
  readonly code: string;
  readonly name: string;
}

/** An area that cannot be measured: the defect and the remedy. */
export interface Unrepairable {
  readonly code: string;
  readonly name: string;
  readonly what: string;
  readonly remedy: string;
  readonly at: LonLat | null;
}

/** Areas that count each piece of their land once, the repairs that were needed, and the areas that were rejected. */
export interface RepairedLayer<Area> {
  readonly areas: readonly Area[];
  readonly repairs: readonly Repair[];
  readonly unrepairable: readonly Unrepairable[];
}
