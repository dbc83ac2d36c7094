// A thread that sets two layers beside each other, so that nobody else waits for it.
import { parentPort } from "node:worker_threads";
import type { LayerComparison } from "../model/layer-comparison.js";
import { type ComparisonOptions, comparedLayers } from "../overlap/compared-layers.js";
import type { Thread } from "./thread.js";
import { type TopologyLayer, topologyLayer } from "./topology-layer.js";

/** Two layers in one plane, and the people to be counted in both. */
export interface ComparisonTask extends ComparisonOptions {
  readonly kind: "COMPARE";
  readonly before: TopologyLayer;
  readonly after: TopologyLayer;
}

/** The thread as seen from the one that starts it. */
export type ComparisonThread = Thread<ComparisonTask, { readonly COMPARE: LayerComparison }>;

parentPort?.on("message", ({ before, after, people, leastThicknessM }: ComparisonTask) =>
  parentPort?.postMessage(comparedLayers(topologyLayer(before), topologyLayer(after), { people, leastThicknessM })),
);
