import type { MultiLineString } from "topojson-specification";
import type { AreaGeometry, LayerTopology } from "../../model/topology.js";

/** One value of a feature's table row. */
export type MapValue = string | number | boolean | null;

/** A feature's table row: values by column, every row of a layer with the same columns in the same order. */
export type MapProperties = Readonly<Record<string, MapValue>>;

/** What a feature looks like, on the arcs of its document's topology. */
export type MapGeometry = AreaGeometry | MultiLineString<object>;

/** One thing on a map. */
export interface MapFeature {
  /** A code, or what else is never given twice in a layer. */
  readonly id: string;
  /** null for a row of a table that has no place on the map. */
  readonly geometry: MapGeometry | null;
  readonly properties: MapProperties;
}

/** Features that belong together. */
export interface MapLayer {
  readonly name: string;
  readonly features: readonly MapFeature[];
}

/** Where a file comes from: said in every one. */
export interface MapOrigin {
  readonly edition: string;
  readonly dataVersion: string;
  /** The sentences that the licences ask for. */
  readonly attribution: string;
}

/** What a file is to hold, whatever its format. */
export interface MapDocument {
  readonly origin: MapOrigin;
  readonly topology: LayerTopology;
  readonly layers: readonly MapLayer[];
}
