import type { Boundary, LocatedPoints, MeasuredPolygon, PreparedLayer } from "@coterminous/overlap";
import { BadInputError, checkPositionCount, PolygonError } from "@coterminous/overlap";
import { serialQueue } from "../../store/serial-queue.js";
import type { LocatePeopleTask, MeasurePolygonTask, PolygonRejected, PrepareLayerTask } from "./polygon-worker.js";
import { threadPool } from "./thread-pool.js";

/** Measures polygons on a thread of its own, one at a time. */
export interface PolygonPool {
  prepareLayer(task: PrepareLayerTask): Promise<PreparedLayer>;
  locatePeople(task: LocatePeopleTask): Promise<LocatedPoints>;
  /**
   * Validates a polygon and measures it.
   *
   * @throws {PolygonError} when it cannot be measured, or takes too long
   * @throws {BadInputError} when too many are waiting
   */
  measure(boundary: Boundary, layer: PreparedLayer, people: LocatedPoints | null): Promise<MeasuredPolygon>;
  close(): Promise<void>;
}

interface PolygonPoolOptions {
  /** How long measuring one polygon may take. */
  readonly maxMs?: number;
  readonly maxWaiting?: number;
}

const KEEP_ALIVE = { idleMs: Number.POSITIVE_INFINITY };

/** Starts no thread before the first task. A polygon that takes too long ends the thread, and the next starts another. */
export function openPolygonPool({ maxMs = 5_000, maxWaiting = 32 }: PolygonPoolOptions = {}): PolygonPool {
  const pool = threadPool(new URL("./polygon-worker.js", import.meta.url), KEEP_ALIVE);
  // A queue before that of the pool: the time of a polygon starts when it is its turn.
  const enqueue = serialQueue();
  let waitingCount = 0;

  const measureNow = async (task: MeasurePolygonTask): Promise<MeasuredPolygon> => {
    const signal = AbortSignal.timeout(maxMs);
    const result: MeasuredPolygon | PolygonRejected = await pool
      .run(task, { name: "measure", signal })
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
        throw new PolygonError("geometry", `takes more than ${maxMs / 1000} s to measure`, "simplify it or send parts");
      });
    if ("remedy" in result) throw new PolygonError(result.feature, result.what, result.remedy);
    return result;
  };

  return {
    prepareLayer: (task) => enqueue(() => pool.run(task, { name: "prepareLayer" })),
    locatePeople: (task) => enqueue(() => pool.run(task, { name: "locatePeople" })),
    measure: async (boundary, layer, people) => {
      checkPositionCount(boundary);
      if (waitingCount >= maxWaiting) {
        throw new BadInputError(`${waitingCount} polygons are waiting to be measured; try again in some seconds`);
      }
      waitingCount++;
      return enqueue(() => measureNow({ boundary, layer, people })).finally(() => waitingCount--);
    },
    close: () => pool.destroy(),
  };
}
