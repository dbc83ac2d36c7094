import { areaBoundary } from "../formats/area-boundary.js";
import { planeFor } from "../geometry/equal-area-plane.js";
import type { LayerName, LonLatBox } from "../model/boundary.js";
import type { IndexedFacts } from "../model/facts.js";
import type { LayerTopology } from "../model/topology.js";
import { layerPositions } from "../overlap/layer-positions.js";
import type { PrepareLayerTask } from "../workers/polygon-task.js";

/** A layer as it is stored, read for being made ready in the plane that its edition was measured in. */
export function storedLayer(
  facts: IndexedFacts,
  name: LayerName,
  topology: LayerTopology,
): Omit<PrepareLayerTask, "kind"> {
  const areas = (topology.objects[name]?.geometries ?? [])
    .map(({ id }) => String(id))
    .sort()
    .flatMap((code) => {
      const boundary = areaBoundary(topology, name, code);
      return boundary === null ? [] : [{ code, boundary }];
    });
  return {
    positions: layerPositions(areas, { isShared: true }),
    codes: areas.map(({ code }) => code),
    plane: planeFor(boxOf(facts)),
  };
}

/** The box around every area of an edition, degrees. */
function boxOf({ footprints, authorities, members }: IndexedFacts): LonLatBox {
  const boxes = [...footprints, ...authorities, ...members].map(({ bbox }) => bbox);
  const edge = (side: 0 | 1 | 2 | 3) => boxes.map((box) => box[side]);
  return [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))];
}
