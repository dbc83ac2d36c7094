import type { ShapeSource } from "../../graphql/world.js";
import { type LayerTopology, overlapId } from "../../model/topology.js";
import type { Store } from "../../store/store.js";
import { type AreaBoundaries, areaBoundaries } from "../../topology/area-boundary.js";
import { unionBoundary } from "../../topology/union-boundary.js";

/** Shapes from a store. */
export function storedShapes({ topology }: Pick<Store, "topology">): ShapeSource {
  const known = new WeakMap<LayerTopology, AreaBoundaries>();
  const boundariesOf = (drawn: LayerTopology) => {
    const boundaries = known.get(drawn) ?? areaBoundaries(drawn);
    known.set(drawn, boundaries);
    return boundaries;
  };
  const area: ShapeSource["area"] = async (editionId, layer, code, detail) => {
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
      // What is not part of its council is all of it.
      return (
        (await area(editionId, "upper_tier", authority, detail)) ?? area(editionId, "lower_tier", authority, detail)
      );
    },
  };
}
