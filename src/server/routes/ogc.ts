import { setImmediate } from "node:timers/promises";
import type { EditionCatalog } from "../../api/context.js";
import { FeedError } from "../../api/feed-error.js";
import { OgcApi } from "../../api/ogc/ogc-api.js";
import type { Store } from "../../store/store.js";
import { assetResponse, cacheControlFor, createAsset } from "../http/asset.js";
import { badRequestResponse, type HttpResponse, notFoundResponse } from "../http/response.js";

/** Responds to `/ogc` and every path below it. */
export interface OgcRoute {
  /** @param origin where clients reach this server */
  handle(url: URL, origin: string): Promise<HttpResponse>;
}

/** Serves the layers of every edition at medium detail: borders are within a pixel at any scale that shows a council. */
export function ogcRoute(world: EditionCatalog, { topology }: Pick<Store, "topology">): OgcRoute {
  const { dataVersion } = world;
  const api = new OgcApi({
    dataVersion,
    editions: [...world.editions.values()].map(({ facts }) => facts),
    topology: ({ edition }) => topology(edition.id, "MEDIUM"),
    pause: () => setImmediate(),
  });

  return {
    handle: async (url, origin) => {
      try {
        const { type, document } = await api.respond(url, origin);
        return assetResponse(createAsset(JSON.stringify(document), type), cacheControlFor(url, dataVersion));
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        return error.status === 404 ? notFoundResponse(error.message) : badRequestResponse(error.message);
      }
    },
  };
}
