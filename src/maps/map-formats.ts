import { csvText } from "../formats/csv-text.js";
import { flatgeobufBytes } from "../formats/flatgeobuf-bytes.js";
import { geojsonLinesText, geojsonText } from "../formats/geojson-text.js";
import type { MapDocument, MapLayer } from "../formats/map-document.js";
import { topojsonText } from "../formats/topojson-text.js";

/** The formats of maps, as addresses name them. */
export type MapFormatName = "geojson" | "geojsonl" | "topojson" | "csv" | "fgb";

interface MapFormat {
  /** As Content-Type says it. */
  readonly type: string;
  readonly write: (document: MapDocument, layer: MapLayer) => string | Uint8Array;
}

/** How each format is written. Only TopoJSON holds more than one layer. */
export const MAP_FORMATS: Readonly<Record<MapFormatName, MapFormat>> = {
  geojson: { type: "application/geo+json", write: geojsonText },
  geojsonl: { type: "application/x-ndjson", write: geojsonLinesText },
  topojson: { type: "application/json", write: topojsonText },
  csv: { type: "text/csv; charset=utf-8; header=present", write: csvText },
  fgb: { type: "application/vnd.flatgeobuf", write: flatgeobufBytes },
};

export const MAP_FORMAT_NAMES = Object.keys(MAP_FORMATS) as readonly MapFormatName[];
