import { MAX_ZOOM } from "../../cartography/tile-pyramid.js";
import type { TileAddress } from "../../cartography/tiles/tile-grid.js";
import type { EditionId } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import { FeedError } from "../feed-error.js";
import { requireEdition, wholeNumber } from "../query-params.js";

/** A request under /tiles: for a tile, or for the TileJSON of an edition. */
interface TileRequest {
  readonly facts: IndexedFacts;
  /** null for the TileJSON. */
  readonly address: TileAddress | null;
}

const DESCRIPTION = /^\/tiles\/([^/]*)\.json$/;
const TILE = /^\/tiles\/([^/]*)\/([^/]*)\/([^/]*)\/([^/]*)\.(?:mvt|pbf)$/;

/**
 * Parses `/tiles/<edition>.json` and `/tiles/<edition>/<z>/<x>/<y>.mvt`.
 *
 * @throws {FeedError} with status 404 for any other path
 */
export function parseTileRequest(pathname: string, editions: readonly IndexedFacts[]): TileRequest {
  const [, described] = DESCRIPTION.exec(pathname) ?? [];
  if (described !== undefined) return { facts: requireEdition(described, editions), address: null };
  const [, edition, z, x, y] = TILE.exec(pathname) ?? [];
  if (edition === undefined || z === undefined || x === undefined || y === undefined) {
    const example = editions[0]?.edition.id ?? "stp-2017";
    throw new FeedError(
      404,
      `Tiles are at /tiles/<edition>/<z>/<x>/<y>.mvt, such as /tiles/${example}/6/31/20.mvt, and described at /tiles/<edition>.json.`,
    );
  }
  const facts = requireEdition(edition, editions);
  const zoom = wholeNumber(z, { name: "z, the zoom,", status: 404, max: MAX_ZOOM, hasLeadingZeros: false });
  const position = (name: string, text: string) =>
    wholeNumber(text, { name: `${name} at zoom ${zoom}`, status: 404, max: 2 ** zoom - 1, hasLeadingZeros: false });
  return { facts, address: { z: zoom, x: position("x", x), y: position("y", y) } };
}

/** Archives that hold all tiles of an edition. */
export type ExportKind = "pmtiles" | "mbtiles";

export const EXPORT_KINDS: readonly ExportKind[] = ["pmtiles", "mbtiles"];

/** The file name of an edition's exported tiles: `stp-2017-0123456789abcdef.pmtiles`, with the data version. */
export function exportName(editionId: EditionId, dataVersion: string, kind: ExportKind): string {
  return `${editionId}-${dataVersion}.${kind}`;
}
