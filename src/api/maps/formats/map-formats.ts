import { stringify } from "csv-stringify/sync";
import type { MapDocument, MapLayer } from "../map-document.js";
import { toFlatgeobuf } from "./to-flatgeobuf.js";
import { toGeojson, toGeojsonLines } from "./to-geojson.js";
import { toTopojson } from "./to-topojson.js";

/** The formats of maps, as addresses name them. */
export type MapFormatName = "geojson" | "geojsonl" | "topojson" | "csv" | "fgb";

interface MapFormat {
  /** As Content-Type says it. */
  readonly type: string;
  readonly write: (document: MapDocument, layer: MapLayer) => string | Uint8Array;
}

/** How each format is written. Only TopoJSON holds more than one layer. */
export const MAP_FORMATS: Readonly<Record<MapFormatName, MapFormat>> = {
  geojson: { type: "application/geo+json", write: toGeojson },
  geojsonl: { type: "application/x-ndjson", write: toGeojsonLines },
  topojson: { type: "application/json", write: toTopojson },
  csv: { type: "text/csv; charset=utf-8; header=present", write: toCsv },
  fgb: { type: "application/vnd.flatgeobuf", write: toFlatgeobuf },
};

export const MAP_FORMAT_NAMES = Object.keys(MAP_FORMATS) as readonly MapFormatName[];

/**
 * A layer's table as CSV (RFC 4180): a row a feature, whether or not it has a shape; numbers with all their digits, nothing
 * for null, `true` and `false`. The origin stands in the last columns of every row.
 */
export function toCsv({ origin }: MapDocument, { features }: MapLayer): string {
  const rows = features.map(({ properties }) => ({ ...properties, ...origin }));
  return stringify(rows, { header: true, record_delimiter: "windows", cast: { boolean: String } });
}
