import type { LayerComparison } from "../model/layer-comparison.js";
import type { ComparisonTask, ComparisonThread } from "./comparison-worker.js";
import { startThread } from "./thread.js";

/** Compares layers, one comparison after another, each on a thread that ends with it. */
export interface Comparisons {
  compared(task: Omit<ComparisonTask, "kind">): Promise<LayerComparison>;
  close(): Promise<void>;
}

/** Nothing is started until something is asked. */
export function openComparisons(): Comparisons {
  let running: ComparisonThread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const compareNow = async (task: Omit<ComparisonTask, "kind">): Promise<LayerComparison> => {
    if (isClosed) throw new Error("the data that was to be compared has been closed");
    const thread: ComparisonThread = startThread(new URL("./comparison-worker.js", import.meta.url));
    running = thread;
    try {
      return await thread.ask({ kind: "COMPARE", ...task });
    } finally {
      running = null;
      await thread.close();
    }
  };

  return {
    compared: (task) => {
      const mine = last.then(() => compareNow(task));
      last = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      isClosed = true;
      await running?.close();
    },
  };
}
