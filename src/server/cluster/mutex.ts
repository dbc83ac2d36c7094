/** A mutex with a queue of holders. */
export interface Mutex<Holder> {
  /** Queues a holder that is not queued yet. */
  acquire(holder: Holder): void;
  /** Removes a holder, whether it holds the mutex, waits for it or neither. */
  release(holder: Holder): void;
}

/** @param grant called once for each acquisition, when the mutex is free */
export function createMutex<Holder>(grant: (holder: Holder) => void): Mutex<Holder> {
  const queue: Holder[] = []; // the first holds the mutex
  return {
    acquire: (holder) => {
      if (queue.push(holder) === 1) grant(holder);
    },
    release: (holder) => {
      const index = queue.indexOf(holder);
      if (index === -1) return;
      queue.splice(index, 1);
      const next = queue[0];
      if (index === 0 && next !== undefined) grant(next);
    },
  };
}
