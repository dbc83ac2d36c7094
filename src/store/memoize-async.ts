/** Returns the cached promise of a key, or caches the one that `compute` returns. */
export type MemoizeAsync<Value, Key> = (key: Key, compute: () => Promise<Value>) => Promise<Value>;

/**
 * Makes a memo of asynchronous values: each key is computed once, also when it is requested again while it is pending.
 *
 * A rejected promise is removed, so that the next request computes again. Nothing is ever evicted.
 */
export function memoizeAsync<Value, Key = string>(): MemoizeAsync<Value, Key> {
  const promises = new Map<Key, Promise<Value>>();
  return (key, compute) => {
    const cached = promises.get(key);
    if (cached !== undefined) return cached;
    const promise = compute();
    promises.set(key, promise);
    promise.catch(() => promises.delete(key));
    return promise;
  };
}
