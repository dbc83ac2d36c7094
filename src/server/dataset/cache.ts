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
export function boundedCache<Value>(maxSize: number): BoundedCache<Value> {
  const entries = new Map<string, Entry<Value>>(); // in the order they were put there
  let total = 0;

  const remove = (key: string) => {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  const evict = () => {
    for (const [key, entry] of entries) {
      if (total <= maxSize) return;
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
      if (size > maxSize / 10) return;
      entries.set(key, { value, size, wasUsed: false });
      total += size;
      evict();
    },
    get size() {
      return total;
    },
  };
}

/** Bodies by key, the ones asked for least recently let go when there are too many bytes of them. */
export interface BodyCache<Body> {
  get(key: string): Promise<Body> | undefined;
  /** Keeps what is being made; what fails is not kept. */
  set(key: string, body: Promise<Body>): Promise<Body>;
}

/** @param sizeOf bytes of a body */
export function bodyCache<Body>(maxBytes: number, sizeOf: (body: Body) => number): BodyCache<Body> {
  // A Map remembers the order in which keys were set: the first is the one asked for longest ago.
  const entries = new Map<string, { readonly body: Promise<Body>; bytes: number }>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  const makeRoom = () => {
    for (const key of entries.keys()) {
      if (bytes <= maxBytes) return;
      drop(key);
    }
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.body;
    },
    set: (key, body) => {
      drop(key);
      const entry = { body, bytes: 0 };
      entries.set(key, entry);
      body.then(
        (made) => {
          if (entries.get(key) !== entry) return;
          entry.bytes = sizeOf(made);
          bytes += entry.bytes;
          makeRoom();
        },
        () => {
          if (entries.get(key) === entry) drop(key);
        },
      );
      return body;
    },
  };
}
