/** Shares the main thread among requests in time slices, so that a long one does not hold up the others. */
export interface Scheduler {
  /** null to continue at once; otherwise resolves in the next free slice. */
  next(): Promise<void> | null;
}

// Half of what a client would notice, several times what most responses take.
const SLICE_MS = 8;

/** A monotonic clock. @returns milliseconds */
type NowMs = () => number;

/**
 * Time slices of a few milliseconds. When a slice is used up, the remaining work waits for the next one; between slices
 * Node.js handles sockets and timers.
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
      await null; // the resumed work runs here
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
