import { stringify } from "csv-stringify/sync";
import type { MapDocument, MapLayer } from "../map-document.js";
import { toFlatgeobuf } from "./to-flatgeobuf.js";
import { toGeojson, toGeojsonLines } from "./to-geojson.js";
import { toTopojson } from "./to-topojson.js";

/** The formats of maps, with their names in URLs. */
export type MapFormatName = "geojson" | "geojsonl" | "topojson" | "csv" | "fgb";

interface MapFormat {
  /** Media type, as in Content-Type. */
  readonly type: string;
  readonly write: (document: MapDocument, layer: MapLayer) => string | Uint8Array;
}

/** The writer of each format. Only TopoJSON holds more than one layer. */
export const MAP_FORMATS: Readonly<Record<MapFormatName, MapFormat>> = {
  geojson: { type: "application/geo+json", write: toGeojson },
  geojsonl: { type: "application/x-ndjson", write: toGeojsonLines },
  topojson: { type: "application/json", write: toTopojson },
  csv: { type: "text/csv; charset=utf-8; header=present", write: toCsv },
  fgb: { type: "application/vnd.flatgeobuf", write: toFlatgeobuf },
};

export const MAP_FORMAT_NAMES = Object.keys(MAP_FORMATS) as readonly MapFormatName[];

/**
 * A layer as CSV (RFC 4180): one row per feature, with or without a geometry. Numbers have all their digits, null is an
 * empty field, booleans are `true` and `false`. The last columns of every row hold the origin.
 */
function toCsv({ origin }: MapDocument, { features }: MapLayer): string {
  const rows = features.map(({ properties }) => ({ ...properties, ...origin }));
  return stringify(rows, { header: true, record_delimiter: "windows", cast: { boolean: String } });
}
