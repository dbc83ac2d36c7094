import type { KeyValueStorage } from "./initial-tabs.js";

const PREFIX = "coterminous:";

/**
 * The browser's local storage under prefixed keys, because another GraphiQL may run on the same host and port.
 *
 * Where the browser denies storage (blocked cookies, a sandboxed frame), values last until the page is closed.
 */
export function namespacedStorage(): KeyValueStorage {
  const storage = localStorageOrNull();
  if (!storage) return storageInMemory();

  const namespacedKeys = () => Object.keys(storage).filter((key) => key.startsWith(PREFIX));
  return {
    get length() {
      return namespacedKeys().length;
    },
    getItem: (key) => storage.getItem(PREFIX + key),
    setItem: (key, value) => storage.setItem(PREFIX + key, value),
    removeItem: (key) => storage.removeItem(PREFIX + key),
    clear: () =>
      namespacedKeys().forEach((key) => {
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

function storageInMemory(): KeyValueStorage {
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
