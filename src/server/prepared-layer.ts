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

/** A layer of an edition, ready to be measured against polygons that users send. */
export interface PreparedLayer {
  readonly layer: MeasuredLayer;
  readonly people: LocatedBlocks | null;
}

/** The blocks of an edition and the area of the layer that each lies in. */
export interface LocatedBlocks {
  readonly blocks: Blocks;
  /** By index in the layer; IN_NONE for none. */
  readonly areaOfBlock: Int32Array;
}

/** An edition's boundaries at full detail, and its blocks; null when it does not know people. */
export interface LayerSource {
  readonly topology: LayerTopology;
  readonly blocks: Blocks | null;
}

/**
 * Makes a layer ready, in the plane that the edition was measured in, so that every figure comes out as it was built.
 * Lets other requests through between its steps, each of which takes some tens of milliseconds.
 */
export async function preparedLayer(
  facts: IndexedFacts,
  name: LayerName,
  { topology, blocks }: LayerSource,
): Promise<PreparedLayer> {
  await setImmediate();
  const areas = layerAreas(topology, name);
  await setImmediate();
  const layer = measuredLayer(areas, planeFor(boxOf(facts)));
  await setImmediate();
  return { layer, people: blocks === null ? null : { blocks, areaOfBlock: areasAtPoints(layer, lonLatsOf(blocks)) } };
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

/** Longitude and latitude of every block in turn. */
function lonLatsOf({ lons, lats }: Blocks): Float64Array {
  const lonLats = new Float64Array(2 * lons.length);
  for (let i = 0; i < lons.length; i++) {
    lonLats[2 * i] = lons[i] ?? Number.NaN;
    lonLats[2 * i + 1] = lats[i] ?? Number.NaN;
  }
  return lonLats;
}

/** The box around every area of an edition, degrees. */
function boxOf({ footprints, authorities, members }: IndexedFacts): LonLatBox {
  const boxes = [...footprints, ...authorities, ...members].map(({ bbox }) => bbox);
  const edge = (side: 0 | 1 | 2 | 3) => boxes.map((box) => box[side]);
  return [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))];
}
