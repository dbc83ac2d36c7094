// A thread that sets two layers beside each other, so that nobody else waits for it; it takes a second one to help.
import { parentPort } from "node:worker_threads";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import type { LayerName } from "../model/layer.js";
import type { LayerComparison } from "../model/layer-comparison.js";
import { comparedLayers } from "../overlap/compared-layers.js";
import type { PeopleAtPoints } from "../overlap/located-points.js";
import { sharedPairs } from "../overlap/shared-pairs.js";
import type { Thread } from "./thread.js";
import { topologyAreas } from "./topology-areas.js";
import { openTwoThreads } from "./two-threads.js";

/** A layer in two editions, and the people to be counted in both. */
export interface ComparisonTask {
  readonly kind: "COMPARE";
  /** Topologies as they are stored. */
  readonly before: string;
  readonly after: string;
  readonly layer: LayerName;
  /** One that holds both. */
  readonly plane: EqualAreaPlane;
  readonly people: PeopleAtPoints | null;
  /** Metres: what is too small to hold such a circle is not measured further. */
  readonly leastThicknessM: number;
}

/** The thread as seen from the one that starts it. */
export type ComparisonThread = Thread<ComparisonTask, { readonly COMPARE: LayerComparison }>;

parentPort?.on(
  "message",
  (task: ComparisonTask) => void compared(task).then((answer) => parentPort?.postMessage(answer)),
);

async function compared({ before, after, layer, plane, people, leastThicknessM }: ComparisonTask) {
  const threads = openTwoThreads();
  const measured = await threads.measured({
    first: topologyAreas(before, layer),
    second: topologyAreas(after, layer),
    plane,
    points: people?.lonLats ?? new Float64Array(0),
  });
  await threads.close();
  const { first, second, pairs, firstAtPoints, secondAtPoints } = measured;
  const points = people === null ? null : { inA: firstAtPoints, inB: secondAtPoints, populations: people.populations };
  return comparedLayers({ before: first, after: second, pairs: sharedPairs(pairs, points) }, leastThicknessM);
}
