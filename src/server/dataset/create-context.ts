import { type BoundaryService, type Context, createCatalog } from "../../api/context.js";
import { type AreaBoundaries, areaBoundaries, unionBoundary } from "../../cartography/decode-topology.js";
import { type LayerTopology, overlapId } from "../../model/topology.js";
import type { Store } from "../../store/store.js";
import { measurementService } from "./measurement-service.js";

/** The context of resolvers: catalog, boundaries and measurements of a store. */
export async function createContext(store: Store): Promise<Context> {
  const facts = await store.loadFacts();
  return {
    catalog: createCatalog(facts),
    boundaries: boundaryService(store),
    measurements: measurementService(store, facts),
  };
}

/** Boundaries from a store. */
export function boundaryService({ topology }: Pick<Store, "topology">): BoundaryService {
  const cached = new WeakMap<LayerTopology, AreaBoundaries>();
  const boundariesOf = (layerTopology: LayerTopology) => {
    const boundaries = cached.get(layerTopology) ?? areaBoundaries(layerTopology);
    cached.set(layerTopology, boundaries);
    return boundaries;
  };
  const area: BoundaryService["area"] = async (editionId, layer, code, detail) => {
    const found = await topology(editionId, detail);
    return found === null ? null : boundariesOf(found)(layer, code);
  };
  return {
    area,
    union: async (editionId, layer, codes, detail) => {
      const found = await topology(editionId, detail);
      return found === null ? null : unionBoundary(found, layer, codes);
    },
    overlap: async (editionId, footprint, authority, detail) => {
      const found = await topology(editionId, detail);
      const partial = found === null ? null : boundariesOf(found)("overlaps", overlapId(footprint, authority));
      if (partial !== null) return partial;
      // No partial shape stored: the overlap is the whole council.
      return (
        (await area(editionId, "upper_tier", authority, detail)) ?? area(editionId, "lower_tier", authority, detail)
      );
    },
  };
}
