import { attribution } from "../../analysis/text/citation.js";
import type { LayerTopology } from "../../model/topology.js";
import { FeedError } from "../feed-error.js";
import { notFoundMessage } from "../query-params.js";
import { MAP_FORMATS } from "./formats/map-formats.js";
import { MAP_LAYERS } from "./layers/map-layers.js";
import type { MapDocument, MapFeature, MapLayer, MapProperties } from "./map-document.js";
import type { MapRequest } from "./map-request.js";

/**
 * The requested file.
 *
 * @param topology the request's edition at its level of detail
 * @throws {FeedError} for a column that none of the layers has, listing their columns
 */
export function renderMap(request: MapRequest, topology: LayerTopology, dataVersion: string): string | Uint8Array {
  const { facts, format } = request;
  const layers = request.layers.map((name) => ({ name, features: MAP_LAYERS[name]({ ...request, topology }) }));
  const document: MapDocument = {
    origin: { edition: facts.edition.id, dataVersion, attribution: attribution(facts.edition) },
    topology,
    layers: selectColumns(layers, request.columns),
  };
  const [first] = document.layers;
  if (first === undefined) throw new FeedError(400, "layers is empty; name at least one.");
  return MAP_FORMATS[format].write(document, first);
}

function selectColumns(layers: readonly MapLayer[], columns: readonly string[] | null): readonly MapLayer[] {
  if (columns === null) return layers;
  const known = new Set(layers.flatMap(({ features }) => Object.keys(features[0]?.properties ?? {})));
  const unknown = columns.find((column) => !known.has(column));
  if (unknown !== undefined) {
    throw new FeedError(400, notFoundMessage("property", unknown, [...known]));
  }
  return layers.map(({ name, features }) => ({
    name,
    features: features.map((feature) => selectProperties(feature, columns)),
  }));
}

function selectProperties(feature: MapFeature, columns: readonly string[]): MapFeature {
  const properties: MapProperties = Object.fromEntries(
    columns.flatMap((column) => {
      const value = feature.properties[column];
      return value === undefined ? [] : [[column, value]];
    }),
  );
  return { ...feature, properties };
}
