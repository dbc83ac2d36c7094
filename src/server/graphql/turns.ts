/** Divides the main thread among all that is being answered, so that one long answer keeps nobody waiting. */
export interface Turns {
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
export function turns(sliceMs: number = SLICE_MS, nowMs: NowMs = () => performance.now()): Turns {
  const waiting: (() => void)[] = [];
  let endsAtMs = 0;
  let isOpen = false;

  const openTurn = () => {
    isOpen = true;
    endsAtMs = nowMs() + sliceMs;
    setImmediate(endTurn);
  };
  const endTurn = () => {
    isOpen = false;
    if (waiting.length > 0) void letWaitingGoOn();
  };
  const letWaitingGoOn = async () => {
    openTurn();
    while (nowMs() < endsAtMs) {
      const goOn = waiting.shift();
      if (goOn === undefined) return;
      goOn();
      await null; // what waited runs here
    }
  };
  return {
    next: () => {
      if (!isOpen) openTurn();
      if (waiting.length === 0 && nowMs() < endsAtMs) return null;
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
