// A thread that sets two layers beside each other, so that nobody else waits for it; it takes a second one to help.
import { parentPort } from "node:worker_threads";
import type { EqualAreaProjection, LayerComparison, PopulationPoints } from "@coterminous/overlap";
import { compareLayers, overlapPairs } from "@coterminous/overlap";
import type { Thread } from "@coterminous/overlap/parallel";
import { startParallelOverlay } from "@coterminous/overlap/parallel";
import { decodeLayer } from "../../cartography/decode-topology.js";
import type { LayerName } from "../../model/layer.js";

/** A layer in two editions, and the people to be counted in both. */
export interface ComparisonTask {
  readonly kind: "COMPARE";
  /** Topologies as they are stored. */
  readonly before: string;
  readonly after: string;
  readonly layer: LayerName;
  /** One that holds both. */
  readonly projection: EqualAreaProjection;
  readonly people: PopulationPoints | null;
  /** Metres: what is too small to hold such a circle is not measured further. */
  readonly minThicknessM: number;
}

/** The thread as seen from the one that starts it. */
export type ComparisonThread = Thread<ComparisonTask, { readonly COMPARE: LayerComparison }>;

parentPort?.on(
  "message",
  (task: ComparisonTask) => void compare(task).then((answer) => parentPort?.postMessage(answer)),
);

async function compare({ before, after, layer, projection, people, minThicknessM }: ComparisonTask) {
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
