// Compares two layers on a thread of its own, which starts a second one to share the work.
import type { EqualAreaProjection, LayerComparison, PopulationPoints } from "@coterminous/overlap";
import { compareLayers, overlapPairs } from "@coterminous/overlap";
import { startParallelOverlay } from "@coterminous/overlap/parallel";
import { decodeLayer } from "../../cartography/decode-topology.js";
import type { LayerName } from "../../model/layer.js";

/** A layer in two editions, and the population points to count in both. */
export interface ComparisonTask {
  /** Topologies as they are stored. */
  readonly before: string;
  readonly after: string;
  readonly layer: LayerName;
  /** One that covers both. */
  readonly projection: EqualAreaProjection;
  readonly people: PopulationPoints | null;
  /** Overlaps that hold no circle of this diameter are not measured further, metres. */
  readonly minThicknessM: number;
}

/** Runs a task: Piscina calls it. */
export async function compare(task: ComparisonTask): Promise<LayerComparison> {
  const { before, after, layer, projection, people, minThicknessM } = task;
  const threads = startParallelOverlay();
  const measured = await threads.overlay({
    first: decodeLayer(before, layer),
    second: decodeLayer(after, layer),
    projection,
    points: people?.lonLats ?? new Float64Array(0),
  });
  await threads.close();
  const { first, second, pairs, firstAtPoints, secondAtPoints } = measured;
  const points = people === null ? null : { inA: firstAtPoints, inB: secondAtPoints, populations: people.populations };
  return compareLayers({ before: first, after: second, pairs: overlapPairs(pairs, points) }, minThicknessM);
}
