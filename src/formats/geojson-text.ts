import { geojsonFeatures } from "./geojson-features.js";
import type { MapDocument, MapLayer } from "./map-document.js";
import { shapesBox } from "./shape-box.js";

/**
 * A layer as a GeoJSON FeatureCollection, a feature a line, with a box around all and its origin beside the features.
 *
 * @see RFC 7946
 */
export function geojsonText({ topology, origin }: MapDocument, layer: MapLayer): string {
  const features = geojsonFeatures(layer, topology);
  const bbox = shapesBox(features.map(({ geometry }) => geometry));
  const head = { type: "FeatureCollection", name: layer.name, ...origin, ...(bbox === null ? {} : { bbox }) };
  const lines = features.map((feature) => JSON.stringify(feature));
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines.join(",\n")}\n]}\n`;
}

/** A layer as GeoJSON features, one a line and each with its origin, for tools that read line by line. */
export function geojsonLinesText({ topology, origin }: MapDocument, layer: MapLayer): string {
  return geojsonFeatures(layer, topology)
    .map((feature) => `${JSON.stringify({ ...feature, ...origin })}\n`)
    .join("");
}
