import { unwatchFile, watchFile } from "node:fs";
import { openStore } from "../../store/open-store.js";
import type { Store } from "../../store/store.js";
import type { LogError } from "../log.js";
import { type Drawing, type ServedData, servedData } from "./served-data.js";

/** The newest data, and the older as long as somebody is answered from it. */
export interface CurrentData {
  readonly newest: ServedData;
  /** Does something with the newest data, which stays open meanwhile even if newer comes. */
  use<Result>(what: (data: ServedData) => Promise<Result> | Result): Promise<Result>;
  /** Stops looking for newer data and closes all, once nobody uses it. */
  close(): Promise<void>;
}

interface Holding {
  readonly data: ServedData;
  userCount: number;
  isRetired: boolean;
}

/** Where data comes from. */
export interface DataOptions {
  /** What is served first, open already. */
  readonly store: Store;
  /** The built file to look for newer data in; nothing is looked for when left out. */
  readonly storePath?: string | undefined;
  /** How drawings for tiles are made and kept. */
  readonly drawing: Drawing;
  readonly log: LogError;
  readonly lookEveryMs?: number;
}

/**
 * Serves a store, and goes over to a newer file that is put at its path by renaming, between two requests. A file that
 * cannot be opened is reported, and the one before is served on.
 *
 * Looks once in `lookEveryMs`: asking the file system works everywhere, being told of changes does not.
 */
export async function openCurrentData({
  store,
  storePath,
  drawing,
  log,
  lookEveryMs = 1_000,
}: DataOptions): Promise<CurrentData> {
  let holding: Holding = held(await servedData(store, drawing));
  let replacing = Promise.resolve();

  const replace = async (path: string) => {
    try {
      const newer = held(await servedData(openStore(path), drawing));
      const older = holding;
      holding = newer;
      await retire(older);
    } catch (error) {
      log(`${path} has changed and cannot be served; the data before it is served on`, error);
    }
  };
  const look = () => {
    if (storePath !== undefined) replacing = replacing.then(() => replace(storePath));
  };
  if (storePath !== undefined) watchFile(storePath, { interval: lookEveryMs, persistent: false }, look);

  return {
    get newest() {
      return holding.data;
    },
    use: async (what) => {
      const used = holding;
      used.userCount += 1;
      try {
        return await what(used.data);
      } finally {
        used.userCount -= 1;
        if (used.isRetired) await closeIfUnused(used);
      }
    },
    close: async () => {
      if (storePath !== undefined) unwatchFile(storePath, look);
      await replacing;
      await retire(holding);
    },
  };
}

function held(data: ServedData): Holding {
  return { data, userCount: 0, isRetired: false };
}

async function retire(holding: Holding): Promise<void> {
  holding.isRetired = true;
  await closeIfUnused(holding);
}

async function closeIfUnused({ data, userCount, isRetired }: Holding): Promise<void> {
  if (isRetired && userCount === 0) await data.close();
}
