import type { IndexedFacts } from "../model/facts.js";
import { MOST_ZOOM } from "../topology/zoom-topologies.js";
import type { TileAddress } from "./tile-grid.js";

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
const LONGEST_QUOTE = 60; // characters of what was asked that are said back

/**
 * Reads `/tiles/<edition>.json` and `/tiles/<edition>/<z>/<x>/<y>.mvt`.
 *
 * @throws {TileAddressError} saying what is wrong and what is allowed
 */
export function parseTileRequest(pathname: string, editions: readonly IndexedFacts[]): TileRequest {
  const [, described] = DESCRIPTION.exec(pathname) ?? [];
  if (described !== undefined) return { facts: knownEdition(described, editions), address: null };
  const [, edition, z, x, y] = TILE.exec(pathname) ?? [];
  if (edition === undefined || z === undefined || x === undefined || y === undefined) {
    const example = editions[0]?.edition.id ?? "stp-2017";
    throw new TileAddressError(
      `Tiles are at /tiles/<edition>/<z>/<x>/<y>.mvt, such as /tiles/${example}/6/31/20.mvt, and described at /tiles/<edition>.json.`,
    );
  }
  const facts = knownEdition(edition, editions);
  const zoom = numberUpTo(z, MOST_ZOOM, "z, the zoom,");
  const last = 2 ** zoom - 1;
  const where = (name: string) => `${name} at zoom ${zoom}`;
  return { facts, address: { z: zoom, x: numberUpTo(x, last, where("x")), y: numberUpTo(y, last, where("y")) } };
}

function knownEdition(id: string, editions: readonly IndexedFacts[]): IndexedFacts {
  const facts = editions.find(({ edition }) => edition.id === id);
  if (facts !== undefined) return facts;
  const known = editions.map(({ edition }) => edition.id).join(", ");
  throw new TileAddressError(`There is no edition ${quoted(id)}; there are ${known}.`);
}

function numberUpTo(text: string, most: number, what: string): number {
  const number = Number(text);
  if (WHOLE_NUMBER.test(text) && number <= most) return number;
  throw new TileAddressError(`${what} is ${quoted(text)}; it can be a whole number from 0 to ${most}.`);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}
