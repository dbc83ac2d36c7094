import { LRUCache } from "lru-cache";
import type { EditionCatalog } from "../../api/context.js";
import { FeedError } from "../../api/feed-error.js";
import { parseTileRequest } from "../../api/tiles/addresses.js";
import { tileJson } from "../../api/tiles/tile-json.js";
import { tileSource } from "../../api/tiles/tile-source.js";
import type { PyramidCache } from "../../cartography/pyramid-cache.js";
import type { TileAddress } from "../../cartography/tiles/tile-grid.js";
import type { IndexedFacts } from "../../model/facts.js";
import { type Asset, assetBytes, assetResponse, cacheControlFor, createAsset } from "../http/asset.js";
import { emptyResponse, type HttpResponse, notFoundResponse } from "../http/response.js";

/** Responds to every path below `/tiles/`. */
export interface TilesRoute {
  /** @param origin where clients reach this server */
  handle(url: URL, origin: string): Promise<HttpResponse>;
}

const TILE_TYPE = "application/vnd.mapbox-vector-tile";
const MAX_CACHE_BYTES = 64 * 2 ** 20; // all tiles of two editions, compressed
const EMPTY_TILE = "EMPTY"; // cached like a tile
const EMPTY_TILE_BYTES = 200; // memory of a cache entry

interface TileTarget {
  readonly facts: IndexedFacts;
  readonly address: TileAddress;
}

/** Cuts tiles on first request and caches the most recently used, plain and compressed. */
export function tilesRoute(world: EditionCatalog, { zoomTopology }: Pick<PyramidCache, "zoomTopology">): TilesRoute {
  const { dataVersion } = world;
  const editions = [...world.editions.values()].map(({ facts }) => facts);
  const sources = new Map(
    editions.map((facts) => [
      facts,
      tileSource({ facts, zoomTopology: (zoom) => zoomTopology(facts.edition.id, zoom) }),
    ]),
  );

  const renderTile = async ({ facts, address }: TileTarget): Promise<Asset | typeof EMPTY_TILE> => {
    const bytes = await sources.get(facts)?.tile(address);
    return bytes === undefined || bytes === null ? EMPTY_TILE : createAsset(Buffer.from(bytes), TILE_TYPE);
  };
  const cache = new LRUCache<string, Asset | typeof EMPTY_TILE, TileTarget>({
    maxSize: MAX_CACHE_BYTES,
    sizeCalculation: (tile) => (tile === EMPTY_TILE ? EMPTY_TILE_BYTES : assetBytes(tile)),
    fetchMethod: (_key, _stale, { context }) => renderTile(context),
    ignoreFetchAbort: true, // an evicted tile still reaches the clients that wait for it
  });

  const tileResponse = async (target: TileTarget, cacheControl: string): Promise<HttpResponse> => {
    const { facts, address } = target;
    const key = `${facts.edition.id} ${address.z} ${address.x} ${address.y}`;
    const tile = await cache.forceFetch(key, { context: target });
    return tile === EMPTY_TILE ? emptyResponse(cacheControl) : assetResponse(tile, cacheControl);
  };
  const description = (facts: IndexedFacts, origin: string): Asset => {
    const tiles = `${origin}/tiles/${facts.edition.id}/{z}/{x}/{y}.mvt?v=${dataVersion}`;
    return createAsset(JSON.stringify(tileJson(facts, { tiles, dataVersion })), "application/json");
  };

  return {
    handle: async (url, origin) => {
      try {
        const { facts, address } = parseTileRequest(url.pathname, editions);
        const cacheControl = cacheControlFor(url, dataVersion);
        return address === null
          ? assetResponse(description(facts, origin), cacheControl)
          : await tileResponse({ facts, address }, cacheControl);
      } catch (error) {
        if (error instanceof FeedError) return notFoundResponse(error.message);
        throw error;
      }
    },
  };
}
