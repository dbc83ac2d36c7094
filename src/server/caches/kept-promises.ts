/** Gives what `make` promises for a key, asking it once a key; what failed is asked again. */
export function keptPromises<Value>(): (key: string, make: () => Promise<Value>) => Promise<Value> {
  const promises = new Map<string, Promise<Value>>();
  return (key, make) => {
    const known = promises.get(key);
    if (known !== undefined) return known;
    const made = make();
    promises.set(key, made);
    made.catch(() => promises.delete(key));
    return made;
  };
}
