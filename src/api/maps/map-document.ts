import type { MultiLineString } from "topojson-specification";
import type { AreaGeometry, LayerTopology } from "../../model/topology.js";

/** One value of a feature's table row. */
type MapValue = string | number | boolean | null;

/** A feature's table row: values by column, every row of a layer with the same columns in the same order. */
export type MapProperties = Readonly<Record<string, MapValue>>;

/** A feature's geometry, by arcs of its document's topology. */
export type MapGeometry = AreaGeometry | MultiLineString<object>;

/** A feature of a map layer. */
export interface MapFeature {
  /** Unique in its layer; the code of an area. */
  readonly id: string;
  /** null for a row without a geometry. */
  readonly geometry: MapGeometry | null;
  readonly properties: MapProperties;
}

/** A named set of features. */
export interface MapLayer {
  readonly name: string;
  readonly features: readonly MapFeature[];
}

/** The origin of a file, written into every format. */
export interface MapOrigin {
  readonly edition: string;
  readonly dataVersion: string;
  /** The attributions that the licences require. */
  readonly attribution: string;
}

/** The content of a file, in any format. */
export interface MapDocument {
  readonly origin: MapOrigin;
  readonly topology: LayerTopology;
  readonly layers: readonly MapLayer[];
}
