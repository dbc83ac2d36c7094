import type { LayerComparison } from "@coterminous/overlap";
import { startThread } from "@coterminous/overlap/parallel";
import type { ComparisonTask, ComparisonThread } from "./comparison-worker.js";

/** Compares layers, one comparison after another, each on a thread that ends with it. */
export interface ComparisonPool {
  compare(task: Omit<ComparisonTask, "kind">): Promise<LayerComparison>;
  close(): Promise<void>;
}

/** Nothing is started until something is asked. */
export function openComparisonPool(): ComparisonPool {
  let running: ComparisonThread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const compareNow = async (task: Omit<ComparisonTask, "kind">): Promise<LayerComparison> => {
    if (isClosed) throw new Error("the data that was to be compared has been closed");
    const thread: ComparisonThread = startThread(new URL("./comparison-worker.js", import.meta.url));
    running = thread;
    try {
      return await thread.call({ kind: "COMPARE", ...task });
    } finally {
      running = null;
      await thread.close();
    }
  };

  return {
    compare: (task) => {
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
