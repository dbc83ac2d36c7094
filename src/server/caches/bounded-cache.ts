/** Keeps what was used last, as much as fits. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  /** Keeps a value of a size; one that alone would take more than a tenth of the room is not kept. */
  set(key: string, value: Value, size: number): void;
  readonly size: number;
}

/** A cache that holds values up to a total size, in whatever unit the sizes are; what was not used longest goes first. */
export function boundedCache<Value>(mostSize: number): BoundedCache<Value> {
  // A Map keeps the order of insertion; what is used is inserted again, so the first is the one not used longest.
  const entries = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;

  const remove = (key: string) => {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set: (key, value, size) => {
      remove(key);
      if (size > mostSize / 10) return;
      entries.set(key, { value, size });
      total += size;
      for (const oldest of entries.keys()) {
        if (total <= mostSize) break;
        remove(oldest);
      }
    },
    get size() {
      return total;
    },
  };
}
