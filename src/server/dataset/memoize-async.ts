/** Gives what `make` promises for a key, asking it once a key; what failed is asked again. */
export function memoizeAsync<Value>(): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const promises = new Map<string, Promise<Value>>();
  return (key, make) => {
    const cached = promises.get(key);
    if (cached !== undefined) return cached;
    const made = make();
    promises.set(key, made);
    made.catch(() => promises.delete(key));
    return made;
  };
}
