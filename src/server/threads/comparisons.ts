import type { LayerComparison } from "@coterminous/overlap";
import type { ComparisonTask } from "./comparison-worker.js";
import { threadPool } from "./thread-pool.js";

/** Compares layers, one comparison at a time, on a thread that ends when none is waiting. */
export interface ComparisonPool {
  compare(task: ComparisonTask): Promise<LayerComparison>;
  /** Comparisons under way and waiting fail. */
  close(): Promise<void>;
}

/** Starts no thread before the first comparison. */
export function openComparisonPool(): ComparisonPool {
  const pool = threadPool(new URL("./comparison-worker.js", import.meta.url));
  return {
    compare: (task) => pool.run(task, { name: "compare" }),
    close: () => pool.destroy(),
  };
}
