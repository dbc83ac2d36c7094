import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../graphql/world.js";
import type { IndexedFacts } from "../model/facts.js";
import type { Store } from "../store/store.js";
import type { TileAddress } from "../tiles/tile-grid.js";
import { tileJson } from "../tiles/tile-json.js";
import { parseTileRequest, TileAddressError, type TileRequest } from "../tiles/tile-request.js";
import { tileSource } from "../tiles/tile-source.js";
import { type ContentCoding, compressed } from "./content-coding.js";
import { keptBodies } from "./kept-bodies.js";
import { publicOrigin } from "./public-origin.js";
import { sendProblem } from "./send.js";
import { cachingOf, type Representation, representation, sendRepresentation } from "./send-representation.js";

/** Answers for everything under `/tiles/`. */
export interface TilesRoute {
  respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

const TILE_TYPE = "application/vnd.mapbox-vector-tile";
const KEPT_BYTES = 64 * 2 ** 20; // all tiles of two editions, compressed

/** What is kept for a tile: null where there is nothing, which is known then too. */
type KeptTile = Representation | null;

/** Tiles are cut when first asked for, and the ones asked for most lately are kept, as they are and compressed. */
export function tilesRoute(world: World, { zoomTopology }: Pick<Store, "zoomTopology">): TilesRoute {
  const { dataVersion } = world;
  const editions = [...world.editions.values()].map(({ facts }) => facts);
  const kept = keptBodies<KeptTile>(KEPT_BYTES, (tile) => (tile?.bytes.length ?? 0) + 200);
  const sources = new Map(
    editions.map((facts) => [
      facts,
      tileSource({ facts, zoomTopology: (zoom) => zoomTopology(facts.edition.id, zoom) }),
    ]),
  );

  const cut = async (facts: IndexedFacts, address: TileAddress): Promise<KeptTile> => {
    const bytes = await sources.get(facts)?.tile(address);
    return bytes === undefined || bytes === null ? null : representation(Buffer.from(bytes), TILE_TYPE);
  };

  const respondWithTile = async (exchange: Exchange, { facts, address }: TileOf) => {
    const { request, response, url } = exchange;
    const key = `${facts.edition.id} ${address.z} ${address.x} ${address.y}`;
    const caching = cachingOf(url, dataVersion);
    const tile = await (kept.get(key) ?? kept.keep(key, cut(facts, address)));
    if (tile === null) {
      response.writeHead(204, { "Cache-Control": caching }).end();
      return;
    }
    const compressedBytes = async (coding: ContentCoding) => {
      const codedKey = `${key} ${coding}`;
      const make = async () => ({ ...tile, bytes: await compressed(tile.bytes, coding) });
      const coded = await (kept.get(codedKey) ?? kept.keep(codedKey, make()));
      return coded?.bytes ?? tile.bytes;
    };
    await sendRepresentation({ request, response }, tile, { caching, compressedBytes });
  };

  const respondWithDescription = (exchange: Exchange, facts: IndexedFacts) => {
    const { request, response, url } = exchange;
    const tiles = `${publicOrigin(request)}/tiles/${facts.edition.id}/{z}/{x}/{y}.mvt?v=${dataVersion}`;
    const body = Buffer.from(JSON.stringify(tileJson(facts, { tiles, dataVersion })));
    return sendRepresentation({ request, response }, representation(body, "application/json"), {
      caching: cachingOf(url, dataVersion),
      compressedBytes: (coding) => compressed(body, coding),
    });
  };

  return {
    respond: async (request, response, url) => {
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        sendProblem(response, 405, { title: "Method not allowed", detail: "Tiles are read with GET or HEAD." });
        return;
      }
      const asked = parsed(url.pathname, editions);
      if (asked instanceof TileAddressError) {
        sendProblem(response, 404, { title: "Not found", detail: asked.message });
        return;
      }
      const { facts, address } = asked;
      if (address === null) await respondWithDescription({ request, response, url }, facts);
      else await respondWithTile({ request, response, url }, { facts, address });
    },
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

interface TileOf {
  readonly facts: IndexedFacts;
  readonly address: TileAddress;
}

function parsed(pathname: string, editions: readonly IndexedFacts[]): TileRequest | TileAddressError {
  try {
    return parseTileRequest(pathname, editions);
  } catch (error) {
    if (error instanceof TileAddressError) return error;
    throw error;
  }
}
