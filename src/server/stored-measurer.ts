import type { Measurer } from "../graphql/world.js";
import type { Blocks } from "../model/blocks.js";
import type { LayerName } from "../model/boundary.js";
import type { EditionId } from "../model/code.js";
import type { Facts } from "../model/facts.js";
import { areaAtPoint, IN_NONE } from "../overlap/areas-at-points.js";
import type { Store } from "../store/store.js";
import { checkedPolygon } from "./checked-polygon.js";
import { keptPromises } from "./kept-promises.js";
import { polygonShares } from "./polygon-shares.js";
import { type PreparedLayer, preparedLayer } from "./prepared-layer.js";

/** Measures against a store's layers; a layer is made ready when it is first asked for and then kept. */
export function storedMeasurer(store: Store, facts: Facts): Measurer {
  const keptLayers = keptPromises<PreparedLayer>();
  const keptBlocks = keptPromises<Blocks | null>();

  const made = async (editionId: EditionId, name: LayerName): Promise<PreparedLayer> => {
    const edition = facts.editions.get(editionId);
    const topology = await store.topology(editionId, "FULL");
    if (edition === undefined || topology === null)
      throw new Error(`there is no edition ${editionId} to measure against`);
    const blocks = await keptBlocks(editionId, () => store.blocks(editionId));
    return preparedLayer(edition, name, { topology, blocks });
  };
  const prepared = (editionId: EditionId, name: LayerName) =>
    keptLayers(`${editionId} ${name}`, () => made(editionId, name));

  return {
    polygon: async (editionId, name, geometry) => {
      const target = await prepared(editionId, name);
      return polygonShares(target, checkedPolygon(geometry, target.layer.plane));
    },
    codeAt: async (editionId, name, [lon, lat]) => {
      const { layer } = await prepared(editionId, name);
      const area = areaAtPoint(layer, lon, lat);
      return area === IN_NONE ? null : (layer.codes[area] ?? null);
    },
  };
}
