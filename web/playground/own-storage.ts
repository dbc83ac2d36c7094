import type { KeptValues } from "./kept-values.js";

const PREFIX = "coterminous:";

/**
 * The browser's local storage under names of our own, since another GraphiQL may live on the same host and port.
 *
 * Where the browser refuses storage (blocked cookies, a sandboxed frame), values last as long as the page.
 */
export function ownStorage(): KeptValues {
  const storage = localStorageOrNull();
  if (!storage) return storageInMemory();

  const ownKeys = () => Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  return {
    get length() {
      return ownKeys().length;
    },
    getItem: (key) => storage.getItem(PREFIX + key),
    setItem: (key, value) => storage.setItem(PREFIX + key, value),
    removeItem: (key) => storage.removeItem(PREFIX + key),
    clear: () =>
      ownKeys().forEach((key) => {
        storage.removeItem(key);
      }),
  };
}

function localStorageOrNull(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

function storageInMemory(): KeptValues {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
}
