import { unwatchFile, watchFile } from "node:fs";
import { openStore } from "../../store/open-store.js";
import type { Store } from "../../store/store.js";
import type { LogError } from "../log.js";
import { type DatasetSnapshot, openSnapshot, type PyramidSettings } from "./dataset-snapshot.js";

/** The current data, and older data while a request still uses it. */
export interface LiveDataset {
  readonly current: DatasetSnapshot;
  /** Runs work with the current data, which stays open meanwhile even when it is replaced. */
  withSnapshot<Result>(work: (data: DatasetSnapshot) => Promise<Result> | Result): Promise<Result>;
  /** Stops polling and closes the data once no request uses it. */
  close(): Promise<void>;
}

interface RefCounted {
  readonly data: DatasetSnapshot;
  userCount: number;
  isRetired: boolean;
}

/** The store, its file and its polling. */
export interface LiveDatasetOptions {
  /** The data to serve first. */
  readonly store: Store;
  /** The built file to poll for newer data; no polling when left out. */
  readonly storePath?: string | undefined;
  /** How tile pyramids are cached. */
  readonly pyramid: PyramidSettings;
  readonly log: LogError;
  readonly pollIntervalMs?: number;
}

/**
 * Serves a store, and switches to a newer file that is renamed to its path, between two requests. A file that cannot be
 * opened is logged, and the older data stays in service.
 *
 * Polls every `pollIntervalMs`, because file-system notifications are unreliable on network and container file systems.
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
      log(`${path} has changed and cannot be served; the older data stays in service`, error);
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
