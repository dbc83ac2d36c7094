import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startThread } from "@coterminous/overlap/parallel";
import type { EditionId } from "../model/code.js";
import type { MinZooms, ZoomTopology } from "../model/topology.js";
import type { EncodedLevel, PyramidWorker } from "./pyramid-worker.js";
import { ALL_LAYERS_FROM_ZERO } from "./tile-pyramid.js";

/** The drawings of an edition at every zoom of the web map. */
export interface PyramidCache {
  /** null when there is no such edition or zoom. Waits until the pyramid of the edition is built. */
  zoomTopology(editionId: EditionId, zoom: number): Promise<ZoomTopology | null>;
  /** Builds the pyramids of these editions, one after another, and removes the files of others. */
  buildAll(editionIds: Iterable<EditionId>): Promise<void>;
  close(): Promise<void>;
}

/** Where editions come from, and where their pyramids are cached. */
export interface PyramidCacheOptions {
  /** The topology of an edition at full detail, as stored; null when there is no such edition. */
  readonly topologyText: (editionId: EditionId) => Promise<string | null>;
  /** The lowest zoom of each layer of an edition; 0 when left out. */
  readonly minZooms?: (editionId: EditionId) => MinZooms;
  /** Folder of the files, which outlive the process; pyramids are in memory only when left out. */
  readonly cacheDir?: string | undefined;
  /** Builds a file that is missing, for all processes that share the folder; this process builds it when left out. */
  readonly buildFile?: ((pyramid: PyramidFile) => Promise<void>) | undefined;
  /** Version of the code: other code may draw differently. */
  readonly codeVersion: string;
}

/**
 * Builds the pyramid of an edition at its first request, on a thread of its own. It takes some seconds for each edition, so
 * it is not part of the build, for which people wait.
 */
export function openPyramidCache({
  topologyText,
  minZooms = () => ALL_LAYERS_FROM_ZERO,
  cacheDir,
  buildFile,
  codeVersion,
}: PyramidCacheOptions): PyramidCache {
  const pyramids = new Map<EditionId, Promise<readonly EncodedLevel[]>>();
  const currentFiles = new Set<string>();
  let running: PyramidWorker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const buildNow = async (editionId: EditionId): Promise<readonly EncodedLevel[]> => {
    const topology = await topologyText(editionId);
    if (topology === null || isClosed) return [];
    const zooms = minZooms(editionId);
    const hash = createHash("sha256").update(codeVersion).update(JSON.stringify(zooms)).update(topology);
    const name = `${hash.digest("hex").slice(0, 24)}.json`;
    currentFiles.add(name);
    const file = cacheDir === undefined ? null : join(cacheDir, name);
    if (file !== null && buildFile !== undefined && !existsSync(file))
      await buildFile({ file, topology, minZooms: zooms });
    const thread = startPyramidWorker();
    running = thread;
    try {
      return await thread.call({ kind: "DRAW", topology, minZooms: zooms, file });
    } finally {
      running = null;
      await thread.close();
    }
  };
  const pyramidOf = (editionId: EditionId): Promise<readonly EncodedLevel[]> => {
    const cached = pyramids.get(editionId);
    if (cached !== undefined) return cached;
    const promise = last.then(() => buildNow(editionId));
    last = promise.catch(() => pyramids.delete(editionId));
    pyramids.set(editionId, promise);
    return promise;
  };

  return {
    zoomTopology: async (editionId, zoom) => {
      const text = (await pyramidOf(editionId))[zoom];
      return text === undefined ? null : { zoom, extent: text.extent, topology: JSON.parse(text.topology) };
    },
    buildAll: async (editionIds) => {
      for (const editionId of editionIds) await pyramidOf(editionId);
      if (cacheDir !== undefined) removeStaleFiles(cacheDir, currentFiles);
    },
    close: async () => {
      isClosed = true;
      await running?.close();
    },
  };
}

/** The file of a pyramid, and what it is built from. */
export interface PyramidFile {
  readonly file: string;
  /** The topology of the edition at full detail, as stored. */
  readonly topology: string;
  readonly minZooms: MinZooms;
}

/** Builds the file of a pyramid on a thread. */
export async function writePyramidFile({ file, topology, minZooms }: PyramidFile): Promise<void> {
  const thread = startPyramidWorker();
  try {
    await thread.call({ kind: "DRAW", topology, minZooms, file });
  } finally {
    await thread.close();
  }
}

function startPyramidWorker(): PyramidWorker {
  return startThread(new URL("./pyramid-worker.js", import.meta.url));
}

function removeStaleFiles(cacheDir: string, currentFiles: ReadonlySet<string>): void {
  for (const name of readdirSync(cacheDir)) {
    if (name.endsWith(".json") && !currentFiles.has(name)) rmSync(join(cacheDir, name), { force: true });
  }
}
