import type { Measurer } from "../graphql/world.js";
import type { Blocks } from "../model/blocks.js";
import type { LayerName } from "../model/boundary.js";
import type { EditionId } from "../model/code.js";
import type { Facts } from "../model/facts.js";
import { areaAtPoint, IN_NONE } from "../overlap/areas-at-points.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import type { Store } from "../store/store.js";
import type { LocatedBlocks } from "../workers/polygon-task.js";
import { openPolygonThread } from "../workers/polygon-thread.js";
import { editionPlane } from "./edition-plane.js";
import { keptPromises } from "./kept-promises.js";

/**
 * Measures against a store's layers, on a thread that starts with the first question.
 *
 * A layer, and the blocks in it, are made ready when first asked for and then kept.
 */
export function storedMeasurer(store: Store, facts: Facts): Measurer {
  const thread = openPolygonThread();
  const keptLayers = keptPromises<MeasuredLayer>();
  const keptBlocks = keptPromises<Blocks | null>();
  const keptPeople = keptPromises<LocatedBlocks | null>();

  const layerOf = (editionId: EditionId, name: LayerName) =>
    keptLayers(`${editionId} ${name}`, async () => {
      const edition = facts.editions.get(editionId);
      const topology = await store.topologyText(editionId, "FULL");
      if (edition === undefined || topology === null) throw new Error(`there is no edition ${editionId} to measure`);
      return thread.prepared({ topology, layer: name, plane: editionPlane(edition) });
    });
  const peopleIn = (editionId: EditionId, name: LayerName) =>
    keptPeople(`${editionId} ${name}`, async () => {
      const layer = await layerOf(editionId, name);
      const blocks = await keptBlocks(editionId, () => store.blocks(editionId));
      if (blocks === null) return null;
      const { lons, lats, populations } = blocks;
      return thread.located({ layer, blocks: { lons, lats, populations } });
    });

  return {
    polygon: async (editionId, name, geometry) =>
      thread.measured(geometry, await layerOf(editionId, name), await peopleIn(editionId, name)),
    codeAt: async (editionId, name, [lon, lat]) => {
      const layer = await layerOf(editionId, name);
      const area = areaAtPoint(layer, lon, lat);
      return area === IN_NONE ? null : (layer.codes[area] ?? null);
    },
    close: () => thread.close(),
  };
}
