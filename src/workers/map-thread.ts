import { MapError } from "../maps/map-error.js";
import { BusyError } from "./busy-error.js";
import type { DrawMapTask, DrawnMap, MapAnswers } from "./map-task.js";
import { startThread, type Thread } from "./thread.js";

/** Draws maps on a thread of its own, one after another. */
export interface MapThread {
  /**
   * The file at a map's address; null when the built file is no longer the one that is meant.
   *
   * @throws {MapError} for an address that leads to no map
   * @throws {BusyError} when too many are waiting
   */
  drawn(address: URL): Promise<DrawnMap | null>;
  close(): Promise<void>;
}

/** What a thread draws from, and its bounds. */
export interface MapThreadOptions extends Pick<DrawMapTask, "storePath" | "dataVersion"> {
  /** How long the thread keeps what it has read after its last map. */
  readonly idleMs?: number;
  readonly mostWaiting?: number;
}

/** The thread starts with the first map, and anew after one that failed; it ends when nobody has asked for a while. */
export function openMapThread({
  storePath,
  dataVersion,
  idleMs = 15_000,
  mostWaiting = 32,
}: MapThreadOptions): MapThread {
  let thread: Thread<DrawMapTask, MapAnswers> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let waitingCount = 0;
  let isClosed = false;

  const close = async () => {
    clearTimeout(idle);
    const ended = thread;
    thread = null;
    await ended?.close();
  };
  const answerTo = async (task: DrawMapTask): Promise<MapAnswers["DRAW"]> => {
    if (isClosed) throw new Error("the data that a map was to be drawn of has been closed");
    clearTimeout(idle);
    thread ??= startThread<DrawMapTask, MapAnswers>(new URL("./map-worker.js", import.meta.url));
    const asked = thread;
    waitingCount++;
    try {
      return await asked.ask(task);
    } catch (error) {
      // What was asked of the same thread fails with it, and another may have been started since.
      if (thread === asked) await close();
      throw error;
    } finally {
      waitingCount--;
      if (waitingCount === 0) idle = setTimeout(close, idleMs).unref();
    }
  };

  return {
    drawn: async (address) => {
      if (waitingCount >= mostWaiting) {
        throw new BusyError(`${waitingCount} maps are waiting to be drawn; try again in some seconds`);
      }
      const answer = await answerTo({ kind: "DRAW", storePath, dataVersion, address: address.href });
      switch (answer.kind) {
        case "DRAWN":
          return answer;
        case "REFUSED":
          throw new MapError(answer.status, answer.message);
        case "OTHER_DATA":
          return null;
      }
    },
    close: async () => {
      isClosed = true;
      await close();
    },
  };
}
