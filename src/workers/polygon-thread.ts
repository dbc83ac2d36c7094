import { setTimeout } from "node:timers/promises";
import { BadInputError } from "../model/bad-input-error.js";
import type { Boundary } from "../model/boundary.js";
import type { MeasuredPolygon } from "../model/measured-polygon.js";
import { BoundaryError } from "../overlap/boundary-error.js";
import type { LocatedPoints } from "../overlap/located-points.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import { checkPositionCount } from "../overlap/position-count.js";
import type { LocatePeopleTask, PolygonAnswers, PolygonTask, PrepareLayerTask } from "./polygon-task.js";
import { startThread, type Thread } from "./thread.js";

/** Measures polygons on a thread of its own, one at a time. */
export interface PolygonThread {
  prepared(layer: Omit<PrepareLayerTask, "kind">): Promise<MeasuredLayer>;
  located(people: Omit<LocatePeopleTask, "kind">): Promise<LocatedPoints>;
  /**
   * Checks a polygon and measures it.
   *
   * @throws {BoundaryError} when it cannot be measured, or takes too long
   * @throws {BadInputError} when too many are waiting
   */
  measured(boundary: Boundary, layer: MeasuredLayer, people: LocatedPoints | null): Promise<MeasuredPolygon>;
  close(): Promise<void>;
}

interface Limits {
  /** How long a polygon may be measured. */
  readonly mostMs?: number;
  readonly mostWaiting?: number;
}

/** The thread starts with the first task, and anew after one that took too long. */
export function openPolygonThread({ mostMs = 5_000, mostWaiting = 32 }: Limits = {}): PolygonThread {
  let thread: Thread<PolygonTask, PolygonAnswers> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waitingCount = 0;

  const started = () => {
    thread ??= startThread<PolygonTask, PolygonAnswers>(new URL("./polygon-worker.js", import.meta.url));
    return thread;
  };
  const close = async () => {
    const ended = thread;
    thread = null;
    await ended?.close();
  };
  // A thread that failed is of no more use; the next task gets another.
  const guarded = <Value>(answer: Promise<Value>): Promise<Value> =>
    answer.catch(async (error: unknown) => {
      await close();
      throw error;
    });
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
  const measureNow = async (task: PolygonTask & { readonly kind: "MEASURE" }): Promise<MeasuredPolygon> => {
    const alarm = new AbortController();
    const late = setTimeout(mostMs, null, { signal: alarm.signal });
    late.catch(() => undefined);
    const answer = await Promise.race([guarded(started().ask(task)), late]).finally(() => alarm.abort());
    if (answer === null) {
      await close();
      throw new BoundaryError("geometry", `takes more than ${mostMs / 1000} s to measure`, "simplify it or send parts");
    }
    if ("remedy" in answer) throw new BoundaryError(answer.feature, answer.what, answer.remedy);
    return answer;
  };

  return {
    prepared: (layer) => inTurn(() => guarded(started().ask({ kind: "PREPARE", ...layer }))),
    located: (people) => inTurn(() => guarded(started().ask({ kind: "LOCATE", ...people }))),
    measured: async (boundary, layer, people) => {
      checkPositionCount(boundary);
      if (waitingCount >= mostWaiting) {
        throw new BadInputError(`${waitingCount} polygons are waiting to be measured; try again in some seconds`);
      }
      waitingCount++;
      return inTurn(() => measureNow({ kind: "MEASURE", boundary, layer, people })).finally(() => waitingCount--);
    },
    close,
  };
}
