import { stringify } from "csv-stringify/sync";
import type { MapDocument, MapLayer } from "./map-document.js";

/**
 * A layer's table as CSV (RFC 4180): a row a feature, whether or not it has a shape; numbers with all their digits, nothing
 * for null, `true` and `false`. The origin stands in the last columns of every row.
 */
export function csvText({ origin }: MapDocument, { features }: MapLayer): string {
  const rows = features.map(({ properties }) => ({ ...properties, ...origin }));
  return stringify(rows, { header: true, record_delimiter: "windows", cast: { boolean: String } });
}
