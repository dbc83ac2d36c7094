import { unwatchFile, watchFile } from "node:fs";
import { openStore } from "../../store/open-store.js";
import type { Store } from "../../store/store.js";
import type { LogError } from "../log.js";
import { type DatasetSnapshot, openSnapshot, type PyramidSettings } from "./dataset-snapshot.js";

/** The newest data, and the older as long as somebody is answered from it. */
export interface LiveDataset {
  readonly current: DatasetSnapshot;
  /** Does something with the newest data, which stays open meanwhile even if newer comes. */
  withSnapshot<Result>(work: (data: DatasetSnapshot) => Promise<Result> | Result): Promise<Result>;
  /** Stops looking for newer data and closes all, once nobody uses it. */
  close(): Promise<void>;
}

interface RefCounted {
  readonly data: DatasetSnapshot;
  userCount: number;
  isRetired: boolean;
}

/** Where data comes from. */
export interface LiveDatasetOptions {
  /** What is served first, open already. */
  readonly store: Store;
  /** The built file to look for newer data in; nothing is looked for when left out. */
  readonly storePath?: string | undefined;
  /** How drawings for tiles are made and kept. */
  readonly pyramid: PyramidSettings;
  readonly log: LogError;
  readonly pollIntervalMs?: number;
}

/**
 * Serves a store, and goes over to a newer file that is put at its path by renaming, between two requests. A file that
 * cannot be opened is reported, and the one before is served on.
 *
 * Looks once in `lookEveryMs`: asking the file system works everywhere, being told of changes does not.
 */
export async function openLiveDataset({
  store,
  storePath,
  pyramid,
  log,
  pollIntervalMs = 1_000,
}: LiveDatasetOptions): Promise<LiveDataset> {
  let entry: RefCounted = startRefCount(await openSnapshot(store, pyramid));
  let replacing = Promise.resolve();

  const replace = async (path: string) => {
    try {
      const newer = startRefCount(await openSnapshot(openStore(path), pyramid));
      const older = entry;
      entry = newer;
      await retire(older);
    } catch (error) {
      log(`${path} has changed and cannot be served; the data before it is served on`, error);
    }
  };
  const poll = () => {
    if (storePath !== undefined) replacing = replacing.then(() => replace(storePath));
  };
  if (storePath !== undefined) watchFile(storePath, { interval: pollIntervalMs, persistent: false }, poll);

  return {
    get current() {
      return entry.data;
    },
    withSnapshot: async (work) => {
      const used = entry;
      used.userCount += 1;
      try {
        return await work(used.data);
      } finally {
        used.userCount -= 1;
        if (used.isRetired) await closeIfUnused(used);
      }
    },
    close: async () => {
      if (storePath !== undefined) unwatchFile(storePath, poll);
      await replacing;
      await retire(entry);
    },
  };
}

function startRefCount(data: DatasetSnapshot): RefCounted {
  return { data, userCount: 0, isRetired: false };
}

async function retire(entry: RefCounted): Promise<void> {
  entry.isRetired = true;
  await closeIfUnused(entry);
}

async function closeIfUnused({ data, userCount, isRetired }: RefCounted): Promise<void> {
  if (isRetired && userCount === 0) await data.close();
}
