import type { Measurer } from "../graphql/world.js";
import type { Blocks } from "../model/blocks.js";
import type { LayerName } from "../model/boundary.js";
import type { EditionId } from "../model/code.js";
import type { Facts } from "../model/facts.js";
import { areaAtPoint, IN_NONE } from "../overlap/areas-at-points.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import type { Store } from "../store/store.js";
import { checkedPolygon } from "./checked-polygon.js";
import { keptPromises } from "./kept-promises.js";
import { polygonShares } from "./polygon-shares.js";
import { type LocatedBlocks, locatedBlocks, preparedLayer } from "./prepared-layer.js";

/** Measures against a store's layers; a layer, and the blocks in it, are made ready when first asked for and then kept. */
export function storedMeasurer(store: Store, facts: Facts): Measurer {
  const keptLayers = keptPromises<MeasuredLayer>();
  const keptBlocks = keptPromises<Blocks | null>();
  const keptPeople = keptPromises<LocatedBlocks | null>();

  const layerOf = (editionId: EditionId, name: LayerName) =>
    keptLayers(`${editionId} ${name}`, async () => {
      const edition = facts.editions.get(editionId);
      const topology = await store.topology(editionId, "FULL");
      if (edition === undefined || topology === null) throw new Error(`there is no edition ${editionId} to measure`);
      return preparedLayer(edition, name, topology);
    });
  const peopleIn = (editionId: EditionId, name: LayerName) =>
    keptPeople(`${editionId} ${name}`, async () => {
      const layer = await layerOf(editionId, name);
      const blocks = await keptBlocks(editionId, () => store.blocks(editionId));
      return blocks === null ? null : locatedBlocks(blocks, layer);
    });

  return {
    polygon: async (editionId, name, geometry) => {
      const layer = await layerOf(editionId, name);
      const boundary = checkedPolygon(geometry, layer.plane);
      return polygonShares(boundary, layer, await peopleIn(editionId, name));
    },
    codeAt: async (editionId, name, [lon, lat]) => {
      const layer = await layerOf(editionId, name);
      const area = areaAtPoint(layer, lon, lat);
      return area === IN_NONE ? null : (layer.codes[area] ?? null);
    },
  };
}
