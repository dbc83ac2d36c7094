import { fileURLToPath } from "node:url";
import { workerEntry } from "@coterminous/overlap/parallel";
import { Piscina } from "piscina";

/** How a pool differs from the others. */
export interface ThreadPoolOptions {
  /** Time without a task after which the thread ends and frees its memory; at once when left out. */
  readonly idleMs?: number;
}

/**
 * A pool of at most one thread, which starts with the first task and runs tasks one at a time.
 *
 * @param worker module of the thread, relative to its caller's; its exports are the tasks
 */
export function threadPool(worker: URL, { idleMs = 0 }: ThreadPoolOptions = {}): Piscina {
  return new Piscina({
    filename: fileURLToPath(workerEntry(worker)),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    // A worker that waits in Atomics.wait cannot serve the thread that it started itself.
    atomics: "disabled",
  });
}
