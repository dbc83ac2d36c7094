import { LRUCache } from "lru-cache";
import type { Context } from "../../api/context.js";
import { minZooms } from "../../api/tiles/min-zooms.js";
import { codeVersion } from "../../build-info.js";
import { openPyramidCache, type PyramidCache, type PyramidCacheOptions } from "../../cartography/pyramid-cache.js";
import { ALL_LAYERS_FROM_ZERO } from "../../cartography/tile-pyramid.js";
import type { Store } from "../../store/store.js";
import { type DatasetStatistics, datasetStatistics } from "../graphql/limits/edition-statistics.js";
import type { EncodedBody } from "../http/encoded-body.js";
import { type MapsRoute, mapsRoute } from "../routes/maps.js";
import { type OgcRoute, ogcRoute } from "../routes/ogc.js";
import { type TilesRoute, tilesRoute } from "../routes/tiles.js";
import { openMapRenderer } from "../threads/maps.js";
import { type AdmissionFilter, admissionFilter } from "./admission-filter.js";
import { createContext } from "./create-context.js";
import { cacheTopologies, fetchTopologies } from "./topology-cache.js";

/** Where tile pyramids are cached, and who builds them. */
export type PyramidSettings = Pick<PyramidCacheOptions, "cacheDir" | "buildFile">;

/** A built file that is being served, and the responses cached from it. */
export interface DatasetSnapshot {
  readonly version: string;
  readonly context: Context;
  readonly maps: MapsRoute;
  readonly tiles: TilesRoute;
  readonly pyramid: PyramidCache;
  readonly ogc: OgcRoute;
  readonly statistics: DatasetStatistics;
  /** Bodies of GraphQL responses by request key. */
  readonly responses: LRUCache<string, EncodedBody>;
  /** Decides which responses are cached. */
  readonly wasSeenRecently: AdmissionFilter;
  close(): Promise<void>;
}

// Bytes of uncompressed bodies; their compressed forms take less than half as much again.
const RESPONSE_CACHE_BYTES = { maxSize: 64_000_000, maxEntrySize: 6_400_000 };

/** Prepares a store for serving; the snapshot then owns the store and closes it. */
export async function openSnapshot(uncached: Store, pyramidSettings: PyramidSettings = {}): Promise<DatasetSnapshot> {
  const store = cacheTopologies(uncached);
  const context = await createContext(store);
  await fetchTopologies(store, context.catalog.editions.keys());
  const pyramid = openPyramidCache({
    topologyText: (editionId) => store.topologyText(editionId, "FULL"),
    minZooms: (editionId) => {
      const edition = context.catalog.editions.get(editionId);
      return edition === undefined ? ALL_LAYERS_FROM_ZERO : minZooms(edition.facts);
    },
    ...pyramidSettings,
    codeVersion: codeVersion(),
  });
  const mapRenderer = openMapRenderer(store, context.catalog.dataVersion);
  return {
    version: context.catalog.dataVersion,
    context,
    maps: mapsRoute(context.catalog, mapRenderer),
    tiles: tilesRoute(context.catalog, pyramid),
    pyramid,
    ogc: ogcRoute(context.catalog, store),
    statistics: datasetStatistics(context.catalog),
    responses: new LRUCache(RESPONSE_CACHE_BYTES),
    wasSeenRecently: admissionFilter(),
    close: async () => {
      await mapRenderer.close();
      await pyramid.close();
      await context.measurements.close();
      await store.close();
    },
  };
}
