/** Keeps what was used last, as much as fits. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  /** Keeps a value of a size; one that alone would take more than a tenth of the room is not kept. */
  set(key: string, value: Value, size: number): void;
  readonly size: number;
}

interface Entry<Value> {
  readonly value: Value;
  readonly size: number;
  wasUsed: boolean;
}

/**
 * A cache that holds values up to a total size, in whatever unit the sizes are. What has been there longest goes first,
 * unless it was used meanwhile: then it stays for another round.
 *
 * @see F. J. Corbató, "A Paging Experiment with the Multics System" (1968); finding a value moves nothing
 */
export function boundedCache<Value>(mostSize: number): BoundedCache<Value> {
  const entries = new Map<string, Entry<Value>>(); // in the order they were put there
  let total = 0;

  const remove = (key: string) => {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  const makeRoom = () => {
    for (const [key, entry] of entries) {
      if (total <= mostSize) return;
      entries.delete(key);
      if (entry.wasUsed) entries.set(key, { ...entry, wasUsed: false });
      else total -= entry.size;
    }
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entry.wasUsed = true;
      return entry.value;
    },
    set: (key, value, size) => {
      remove(key);
      if (size > mostSize / 10) return;
      entries.set(key, { value, size, wasUsed: false });
      total += size;
      makeRoom();
    },
    get size() {
      return total;
    },
  };
}
