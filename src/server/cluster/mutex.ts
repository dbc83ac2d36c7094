/** Gives a turn to one after another. */
export interface Mutex<Taker> {
  /** Somebody who is not in the queue wants a turn. */
  acquire(holder: Taker): void;
  /** Somebody's turn is over, or is no longer wanted; of no consequence for others. */
  release(holder: Taker): void;
}

/** @param grant told once for each turn, when nobody else has one */
export function createMutex<Taker>(grant: (holder: Taker) => void): Mutex<Taker> {
  const queue: Taker[] = []; // the first has the turn
  return {
    acquire: (holder) => {
      if (queue.push(holder) === 1) grant(holder);
    },
    release: (holder) => {
      const place = queue.indexOf(holder);
      if (place === -1) return;
      queue.splice(place, 1);
      const next = queue[0];
      if (place === 0 && next !== undefined) grant(next);
    },
  };
}
