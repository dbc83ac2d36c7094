import { setTimeout } from "node:timers/promises";
import type {
  Boundary,
  EqualAreaProjection,
  LocatedPoints,
  MeasuredPolygon,
  PopulationPoints,
  PreparedLayer,
} from "@coterminous/overlap";
import { BadInputError, checkPositionCount, PolygonError } from "@coterminous/overlap";
import { startThread, type Thread } from "@coterminous/overlap/parallel";
import type { LayerName } from "../../model/layer.js";

/** What the thread that measures polygons is asked to do. Its large arrays lie in shared memory. */
export type PolygonTask = PrepareLayerTask | LocatePeopleTask | MeasurePolygonTask;

/** Make a layer ready. */
export interface PrepareLayerTask {
  readonly kind: "PREPARE";
  /** The edition's topology as it is stored. */
  readonly topology: string;
  readonly layer: LayerName;
  readonly projection: EqualAreaProjection;
}

/** Find people in a layer. */
export interface LocatePeopleTask {
  readonly kind: "LOCATE";
  readonly layer: PreparedLayer;
  readonly people: PopulationPoints;
}

/** Check a polygon and measure it against a layer. */
export interface MeasurePolygonTask {
  readonly kind: "MEASURE";
  readonly boundary: Boundary;
  readonly layer: PreparedLayer;
  readonly people: LocatedPoints | null;
}

/** The answer to each kind of task. */
export interface PolygonAnswers {
  readonly PREPARE: PreparedLayer;
  readonly LOCATE: LocatedPoints;
  readonly MEASURE: MeasuredPolygon | PolygonRejected;
}

/** Why a polygon cannot be measured: the facts of a BoundaryError, which does not pass between threads as itself. */
export interface PolygonRejected {
  readonly feature: string;
  readonly what: string;
  readonly remedy: string;
}

/** Measures polygons on a thread of its own, one at a time. */
export interface PolygonThread {
  prepareLayer(layer: Omit<PrepareLayerTask, "kind">): Promise<PreparedLayer>;
  locatePeople(people: Omit<LocatePeopleTask, "kind">): Promise<LocatedPoints>;
  /**
   * Checks a polygon and measures it.
   *
   * @throws {PolygonError} when it cannot be measured, or takes too long
   * @throws {BadInputError} when too many are waiting
   */
  measure(boundary: Boundary, layer: PreparedLayer, people: LocatedPoints | null): Promise<MeasuredPolygon>;
  close(): Promise<void>;
}

interface PolygonThreadOptions {
  /** How long a polygon may be measured. */
  readonly maxMs?: number;
  readonly maxWaiting?: number;
}

/** The thread starts with the first task, and anew after one that took too long. */
export function openPolygonThread({ maxMs = 5_000, maxWaiting = 32 }: PolygonThreadOptions = {}): PolygonThread {
  let thread: Thread<PolygonTask, PolygonAnswers> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waitingCount = 0;

  const ensureThread = () => {
    thread ??= startThread<PolygonTask, PolygonAnswers>(new URL("./polygon-worker.js", import.meta.url));
    return thread;
  };
  const close = async () => {
    const ended = thread;
    thread = null;
    await ended?.close();
  };
  // A thread that failed is of no more use; the next task gets another.
  const resetOnFailure = <Value>(answer: Promise<Value>): Promise<Value> =>
    answer.catch(async (error: unknown) => {
      await close();
      throw error;
    });
  const enqueue = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
  const measureNow = async (task: PolygonTask & { readonly kind: "MEASURE" }): Promise<MeasuredPolygon> => {
    const alarm = new AbortController();
    const late = setTimeout(maxMs, null, { signal: alarm.signal });
    late.catch(() => undefined);
    const answer = await Promise.race([resetOnFailure(ensureThread().call(task)), late]).finally(() => alarm.abort());
    if (answer === null) {
      await close();
      throw new PolygonError("geometry", `takes more than ${maxMs / 1000} s to measure`, "simplify it or send parts");
    }
    if ("remedy" in answer) throw new PolygonError(answer.feature, answer.what, answer.remedy);
    return answer;
  };

  return {
    prepareLayer: (layer) => enqueue(() => resetOnFailure(ensureThread().call({ kind: "PREPARE", ...layer }))),
    locatePeople: (people) => enqueue(() => resetOnFailure(ensureThread().call({ kind: "LOCATE", ...people }))),
    measure: async (boundary, layer, people) => {
      checkPositionCount(boundary);
      if (waitingCount >= maxWaiting) {
        throw new BadInputError(`${waitingCount} polygons are waiting to be measured; try again in some seconds`);
      }
      waitingCount++;
      return enqueue(() => measureNow({ kind: "MEASURE", boundary, layer, people })).finally(() => waitingCount--);
    },
    close,
  };
}
