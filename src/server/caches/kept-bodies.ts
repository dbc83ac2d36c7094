/** Bodies by key, the ones asked for least recently let go when there are too many bytes of them. */
export interface KeptBodies<Body> {
  get(key: string): Promise<Body> | undefined;
  /** Keeps what is being made; what fails is not kept. */
  keep(key: string, body: Promise<Body>): Promise<Body>;
}

/** @param sizeOf bytes of a body */
export function keptBodies<Body>(mostBytes: number, sizeOf: (body: Body) => number): KeptBodies<Body> {
  // A Map remembers the order in which keys were set: the first is the one asked for longest ago.
  const kept = new Map<string, { readonly body: Promise<Body>; bytes: number }>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  const makeRoom = () => {
    for (const key of kept.keys()) {
      if (bytes <= mostBytes) return;
      drop(key);
    }
  };
  return {
    get: (key) => {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.body;
    },
    keep: (key, body) => {
      drop(key);
      const entry = { body, bytes: 0 };
      kept.set(key, entry);
      body.then(
        (made) => {
          if (kept.get(key) !== entry) return;
          entry.bytes = sizeOf(made);
          bytes += entry.bytes;
          makeRoom();
        },
        () => {
          if (kept.get(key) === entry) drop(key);
        },
      );
      return body;
    },
  };
}
