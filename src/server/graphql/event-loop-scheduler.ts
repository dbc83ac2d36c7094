/** Divides the main thread among all that is being answered, so that one long answer keeps nobody waiting. */
export interface Scheduler {
  /** null to go on at once; otherwise what to wait for. */
  next(): Promise<void> | null;
}

// Half of what a client would notice, several times what most answers take.
const SLICE_MS = 8;

/** A clock. @returns milliseconds since some moment */
type NowMs = () => number;

/**
 * Turns of some milliseconds each. When one is used up the rest waits its turn, and before each new turn Node.js sees
 * to sockets and timers.
 */
export function createScheduler(sliceMs: number = SLICE_MS, nowMs: NowMs = () => performance.now()): Scheduler {
  const waiting: (() => void)[] = [];
  let endsAtMs = 0;
  let isOpen = false;

  const startSlice = () => {
    isOpen = true;
    endsAtMs = nowMs() + sliceMs;
    setImmediate(endSlice);
  };
  const endSlice = () => {
    isOpen = false;
    if (waiting.length > 0) void resumeWaiting();
  };
  const resumeWaiting = async () => {
    startSlice();
    while (nowMs() < endsAtMs) {
      const resume = waiting.shift();
      if (resume === undefined) return;
      resume();
      await null; // what waited runs here
    }
  };
  return {
    next: () => {
      if (!isOpen) startSlice();
      if (waiting.length === 0 && nowMs() < endsAtMs) return null;
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
