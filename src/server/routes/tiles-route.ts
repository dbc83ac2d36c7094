import type { World } from "../../graphql/world.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { TileAddress } from "../../tiles/tile-grid.js";
import { tileJson } from "../../tiles/tile-json.js";
import { parseTileRequest, TileAddressError } from "../../tiles/tile-request.js";
import { tileSource } from "../../tiles/tile-source.js";
import type { DrawnZooms } from "../../workers/drawn-zooms.js";
import { keptBodies } from "../caches/kept-bodies.js";
import { type Answer, emptyAnswer, notFoundAnswer } from "../http/answer.js";
import { type Content, cachingOf, contentAnswer, contentBytes, contentOf } from "../http/content.js";

/** Answers for everything under `/tiles/`. */
export interface TilesRoute {
  /** @param origin where clients reach this server */
  answer(url: URL, origin: string): Promise<Answer>;
}

const TILE_TYPE = "application/vnd.mapbox-vector-tile";
const KEPT_BYTES = 64 * 2 ** 20; // all tiles of two editions, compressed
const NOTHING_BYTES = 200; // that it takes to know that a tile is empty

/** Tiles are cut when first asked for, and the ones asked for most lately are kept, as they are and compressed. */
export function tilesRoute(world: World, { zoomTopology }: Pick<DrawnZooms, "zoomTopology">): TilesRoute {
  const { dataVersion } = world;
  const editions = [...world.editions.values()].map(({ facts }) => facts);
  const kept = keptBodies<Content | null>(KEPT_BYTES, (tile) => (tile === null ? NOTHING_BYTES : contentBytes(tile)));
  const sources = new Map(
    editions.map((facts) => [
      facts,
      tileSource({ facts, zoomTopology: (zoom) => zoomTopology(facts.edition.id, zoom) }),
    ]),
  );

  const cut = async (facts: IndexedFacts, address: TileAddress): Promise<Content | null> => {
    const bytes = await sources.get(facts)?.tile(address);
    return bytes === undefined || bytes === null ? null : contentOf(Buffer.from(bytes), TILE_TYPE);
  };
  const tileAnswer = async (facts: IndexedFacts, address: TileAddress, caching: string): Promise<Answer> => {
    const key = `${facts.edition.id} ${address.z} ${address.x} ${address.y}`;
    const tile = await (kept.get(key) ?? kept.keep(key, cut(facts, address)));
    return tile === null ? emptyAnswer(caching) : contentAnswer(tile, caching);
  };
  const description = (facts: IndexedFacts, origin: string): Content => {
    const tiles = `${origin}/tiles/${facts.edition.id}/{z}/{x}/{y}.mvt?v=${dataVersion}`;
    return contentOf(JSON.stringify(tileJson(facts, { tiles, dataVersion })), "application/json");
  };

  return {
    answer: async (url, origin) => {
      try {
        const { facts, address } = parseTileRequest(url.pathname, editions);
        const caching = cachingOf(url, dataVersion);
        return address === null
          ? contentAnswer(description(facts, origin), caching)
          : await tileAnswer(facts, address, caching);
      } catch (error) {
        if (error instanceof TileAddressError) return notFoundAnswer(error.message);
        throw error;
      }
    },
  };
}
