import { MAX_ZOOM } from "../../cartography/tile-pyramid.js";
import type { TileAddress } from "../../cartography/tiles/tile-grid.js";
import type { EditionId } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";

/** What an address under /tiles asks for: a tile, or the description of an edition's tiles. */
export interface TileRequest {
  readonly facts: IndexedFacts;
  /** null for the description. */
  readonly address: TileAddress | null;
}

/** An address under /tiles that leads nowhere; the message says what is allowed. */
export class TileAddressError extends Error {
  override readonly name = "TileAddressError";
}

const DESCRIPTION = /^\/tiles\/([^/]*)\.json$/;
const TILE = /^\/tiles\/([^/]*)\/([^/]*)\/([^/]*)\/([^/]*)\.(?:mvt|pbf)$/;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,8})$/;
const MAX_QUOTE_LENGTH = 60; // characters of what was asked that are said back

/**
 * Reads `/tiles/<edition>.json` and `/tiles/<edition>/<z>/<x>/<y>.mvt`.
 *
 * @throws {TileAddressError} saying what is wrong and what is allowed
 */
export function parseTileRequest(pathname: string, editions: readonly IndexedFacts[]): TileRequest {
  const [, described] = DESCRIPTION.exec(pathname) ?? [];
  if (described !== undefined) return { facts: requireEdition(described, editions), address: null };
  const [, edition, z, x, y] = TILE.exec(pathname) ?? [];
  if (edition === undefined || z === undefined || x === undefined || y === undefined) {
    const example = editions[0]?.edition.id ?? "stp-2017";
    throw new TileAddressError(
      `Tiles are at /tiles/<edition>/<z>/<x>/<y>.mvt, such as /tiles/${example}/6/31/20.mvt, and described at /tiles/<edition>.json.`,
    );
  }
  const facts = requireEdition(edition, editions);
  const zoom = parseIntegerUpTo(z, MAX_ZOOM, "z, the zoom,");
  const last = 2 ** zoom - 1;
  const where = (name: string) => `${name} at zoom ${zoom}`;
  return {
    facts,
    address: { z: zoom, x: parseIntegerUpTo(x, last, where("x")), y: parseIntegerUpTo(y, last, where("y")) },
  };
}

function requireEdition(id: string, editions: readonly IndexedFacts[]): IndexedFacts {
  const facts = editions.find(({ edition }) => edition.id === id);
  if (facts !== undefined) return facts;
  const known = editions.map(({ edition }) => edition.id).join(", ");
  throw new TileAddressError(`There is no edition ${quote(id)}; there are ${known}.`);
}

function parseIntegerUpTo(text: string, max: number, what: string): number {
  const number = Number(text);
  if (WHOLE_NUMBER.test(text) && number <= max) return number;
  throw new TileAddressError(`${what} is ${quote(text)}; it can be a whole number from 0 to ${max}.`);
}

function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTE_LENGTH ? `${text.slice(0, MAX_QUOTE_LENGTH)}…` : text);
}

/** Files that hold all tiles of an edition. */
export type ExportKind = "pmtiles" | "mbtiles";

export const EXPORT_KINDS: readonly ExportKind[] = ["pmtiles", "mbtiles"];

/** The name of an edition's exported tiles, made from one data version: `stp-2017-0123456789abcdef.pmtiles`. */
export function exportName(editionId: EditionId, dataVersion: string, kind: ExportKind): string {
  return `${editionId}-${dataVersion}.${kind}`;
}
