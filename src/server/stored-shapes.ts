import { areaBoundary } from "../formats/area-boundary.js";
import { unionBoundary } from "../formats/union-boundary.js";
import type { ShapeSource } from "../graphql/world.js";
import type { Detail } from "../model/boundary.js";
import type { EditionId } from "../model/code.js";
import { type LayerTopology, overlapId } from "../model/topology.js";
import type { Store } from "../store/store.js";
import { keptPromises } from "./kept-promises.js";

/** Shapes from a store; a topology is fetched when it is first asked for and then kept. */
export function storedShapes(store: Store): ShapeSource {
  const kept = keptPromises<LayerTopology | null>();
  const topology = (editionId: EditionId, detail: Detail) =>
    kept(`${editionId} ${detail}`, () => store.topology(editionId, detail));

  const area: ShapeSource["area"] = async (editionId, layer, code, detail) => {
    const found = await topology(editionId, detail);
    return found === null ? null : areaBoundary(found, layer, code);
  };
  return {
    area,
    union: async (editionId, layer, codes, detail) => {
      const found = await topology(editionId, detail);
      return found === null ? null : unionBoundary(found, layer, codes);
    },
    overlap: async (editionId, footprint, authority, detail) => {
      const found = await topology(editionId, detail);
      const partial = found === null ? null : areaBoundary(found, "overlaps", overlapId(footprint, authority));
      if (partial !== null) return partial;
      // What is not part of its council is all of it.
      return (
        (await area(editionId, "upper_tier", authority, detail)) ?? area(editionId, "lower_tier", authority, detail)
      );
    },
  };
}
