import type { Context } from "../../graphql/world.js";
import type { Store } from "../../store/store.js";
import { leastZooms } from "../../tiles/least-zooms.js";
import { ALL_ZOOMS } from "../../topology/zoom-topologies.js";
import { type DrawnZooms, type DrawnZoomsOptions, openDrawnZooms } from "../../workers/drawn-zooms.js";
import { type AskedBefore, askedBefore } from "../caches/asked-before.js";
import { type BoundedCache, boundedCache } from "../caches/bounded-cache.js";
import { fetchTopologies, keptTopologies } from "../caches/kept-topologies.js";
import type { CodedBody } from "../http/coded-body.js";
import { type DataSize, dataSize } from "../limits/data-size.js";
import { type MapsRoute, mapsRoute } from "../routes/maps-route.js";
import { type OgcRoute, ogcRoute } from "../routes/ogc-route.js";
import { type TilesRoute, tilesRoute } from "../routes/tiles-route.js";
import { codeVersion } from "./code-version.js";
import { openDrawnMaps } from "./drawn-maps.js";
import { storedContext } from "./stored-context.js";

/** Where drawings for tiles are kept, and whether others draw there too. */
export type Drawing = Pick<DrawnZoomsOptions, "folder" | "alone">;

/** A built file that is being served, and the answers that were made from it. */
export interface ServedData {
  readonly version: string;
  readonly context: Context;
  readonly maps: MapsRoute;
  readonly tiles: TilesRoute;
  readonly zooms: DrawnZooms;
  readonly ogc: OgcRoute;
  readonly size: DataSize;
  /** Answers by what was asked. */
  readonly responses: BoundedCache<CodedBody>;
  /** Tells which answers are worth keeping. */
  readonly isAskedBefore: AskedBefore;
  close(): Promise<void>;
}

// Compressed forms of a body are kept with it and take less than half as much again.
const MOST_BYTES_OF_RESPONSES = 64_000_000;

/**
 * Makes a store ready to be served; it is then this data's to close.
 *
 */
export async function servedData(opened: Store, drawing: Drawing = {}): Promise<ServedData> {
  const store = keptTopologies(opened);
  const context = await storedContext(store);
  await fetchTopologies(store, context.world.editions.keys());
  const zooms = openDrawnZooms({
    topologyText: (editionId) => store.topologyText(editionId, "FULL"),
    leastZooms: (editionId) => {
      const edition = context.world.editions.get(editionId);
      return edition === undefined ? ALL_ZOOMS : leastZooms(edition.facts);
    },
    ...drawing,
    codeVersion: codeVersion(),
  });
  const drawnMaps = openDrawnMaps(store, context.world.dataVersion);
  return {
    version: context.world.dataVersion,
    context,
    maps: mapsRoute(context.world, drawnMaps),
    tiles: tilesRoute(context.world, zooms),
    zooms,
    ogc: ogcRoute(context.world, store),
    size: dataSize(context.world),
    responses: boundedCache(MOST_BYTES_OF_RESPONSES),
    isAskedBefore: askedBefore(),
    close: async () => {
      await drawnMaps.close();
      await zooms.close();
      await context.measurer.close();
      await store.close();
    },
  };
}
