import type { EditionId } from "./code.js";

/** Files that hold all tiles of an edition. */
export type ExportKind = "pmtiles" | "mbtiles";

export const EXPORT_KINDS: readonly ExportKind[] = ["pmtiles", "mbtiles"];

/** The name of an edition's exported tiles, made from one data version: `stp-2017-0123456789abcdef.pmtiles`. */
export function exportName(editionId: EditionId, dataVersion: string, kind: ExportKind): string {
  return `${editionId}-${dataVersion}.${kind}`;
}
