import { BadInputError } from "@coterminous/overlap";
import { LRUCache } from "lru-cache";
import type { EditionCatalog } from "../../api/context.js";
import { FeedError } from "../../api/feed-error.js";
import { MAP_FORMATS } from "../../api/maps/formats/map-formats.js";
import { type MapRequest, mapRequestKey, parseMapRequest } from "../../api/maps/map-request.js";
import { QueueFullError } from "../errors.js";
import { type Asset, assetBytes, assetResponse, cacheControlFor } from "../http/asset.js";
import { createBody } from "../http/encoded-body.js";
import { badRequestResponse, type HttpResponse, notFoundResponse, problemResponse } from "../http/response.js";
import type { MapRenderer } from "../threads/maps.js";

/** Responds to `/maps/<edition>/<layer>.<format>`. */
export interface MapsRoute {
  handle(url: URL): Promise<HttpResponse>;
}

interface MapSource {
  readonly request: MapRequest;
  readonly url: URL;
}

const MAX_CACHE_BYTES = 128 * 2 ** 20;
const SMALL_BYTES = 400_000; // up to this size the best brotli takes less than a second
const BEST_BROTLI_QUALITY = 11;
const GOOD_BROTLI_QUALITY = 9;
const RETRY_AFTER_S = 10;

/** Renders files on first request, compresses them on first request of an encoding, and caches both. */
export function mapsRoute({ dataVersion, editions }: EditionCatalog, renderer: Pick<MapRenderer, "render">): MapsRoute {
  const allFacts = [...editions.values()].map(({ facts }) => facts);
  const createMapAsset = async ({ request, url }: MapSource): Promise<Asset> => {
    const { bytes, etag } = await renderer.render(request, url);
    const quality = bytes.length <= SMALL_BYTES ? BEST_BROTLI_QUALITY : GOOD_BROTLI_QUALITY;
    return { type: MAP_FORMATS[request.format].type, body: createBody(bytes, { brotliQuality: quality }), etag };
  };
  const cache = new LRUCache<string, Asset, MapSource>({
    maxSize: MAX_CACHE_BYTES,
    sizeCalculation: assetBytes,
    fetchMethod: (_key, _stale, { context }) => createMapAsset(context),
    ignoreFetchAbort: true, // an evicted map still reaches the clients that wait for it
  });

  const handle = async (url: URL): Promise<HttpResponse> => {
    const request = parseMapRequest(url, allFacts);
    const key = mapRequestKey(request);
    const asset = await cache.forceFetch(key, { context: { request, url } });
    const name = `${request.facts.edition.id}-${request.name}.${request.format}`;
    return {
      ...assetResponse(asset, cacheControlFor(url, dataVersion)),
      headers: { "Content-Disposition": `inline; filename="${name}"` },
    };
  };

  return {
    handle: async (url) => {
      try {
        return await handle(url);
      } catch (error) {
        if (error instanceof FeedError && error.status === 404) return notFoundResponse(error.message);
        if (error instanceof FeedError || error instanceof BadInputError) return badRequestResponse(error.message);
        if (error instanceof QueueFullError) return busyResponse(error.message);
        throw error;
      }
    },
  };
}

function busyResponse(detail: string): HttpResponse {
  return problemResponse(503, { title: "Busy", detail, headers: { "Retry-After": String(RETRY_AFTER_S) } });
}
