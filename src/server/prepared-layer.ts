import { setImmediate } from "node:timers/promises";
import { areaBoundary } from "../formats/area-boundary.js";
import { planeFor } from "../geometry/equal-area-plane.js";
import type { Blocks } from "../model/blocks.js";
import type { LayerName, LonLatBox } from "../model/boundary.js";
import type { IndexedFacts } from "../model/facts.js";
import type { LayerTopology } from "../model/topology.js";
import { areasAtPoints } from "../overlap/areas-at-points.js";
import type { LayerArea } from "../overlap/layer-rings.js";
import { type MeasuredLayer, measuredLayer } from "../overlap/measured-layer.js";

/** The blocks of an edition and the area of a layer that each lies in. */
export interface LocatedBlocks {
  readonly blocks: Blocks;
  /** By index in the layer; IN_NONE for none. */
  readonly areaOfBlock: Int32Array;
}

/**
 * Makes a layer ready to be measured against polygons that users send, in the plane that the edition was measured in.
 * Lets other requests through between its steps, each of which takes some tens of milliseconds.
 */
export async function preparedLayer(
  facts: IndexedFacts,
  name: LayerName,
  topology: LayerTopology,
): Promise<MeasuredLayer> {
  await setImmediate();
  const areas = layerAreas(topology, name);
  await setImmediate();
  return measuredLayer(areas, planeFor(boxOf(facts)));
}

function layerAreas(topology: LayerTopology, name: LayerName): LayerArea[] {
  return (topology.objects[name]?.geometries ?? [])
    .map(({ id }) => String(id))
    .sort()
    .flatMap((code) => {
      const boundary = areaBoundary(topology, name, code);
      return boundary === null ? [] : [{ code, boundary }];
    });
}

/** The box around every area of an edition, degrees. */
function boxOf({ footprints, authorities, members }: IndexedFacts): LonLatBox {
  const boxes = [...footprints, ...authorities, ...members].map(({ bbox }) => bbox);
  const edge = (side: 0 | 1 | 2 | 3) => boxes.map((box) => box[side]);
  return [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))];
}

/** Finds the area of each block. */
export function locatedBlocks(blocks: Blocks, layer: MeasuredLayer): LocatedBlocks {
  const lonLats = new Float64Array(2 * blocks.lons.length);
  for (let i = 0; i < blocks.lons.length; i++) {
    lonLats[2 * i] = blocks.lons[i] ?? Number.NaN;
    lonLats[2 * i + 1] = blocks.lats[i] ?? Number.NaN;
  }
  return { blocks, areaOfBlock: areasAtPoints(layer, lonLats) };
}
