/** Runs asynchronous tasks one at a time, in the order in which they were added. */
export type SerialQueue = <Result>(task: () => Promise<Result> | Result) => Promise<Result>;

/**
 * Makes an empty queue.
 *
 * A task that fails rejects its own promise only; the next task runs all the same.
 */
export function serialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
