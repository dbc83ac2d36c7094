import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startThread } from "@coterminous/overlap/parallel";
import type { EditionId } from "../model/code.js";
import type { MinZooms, ZoomTopology } from "../model/topology.js";
import type { EncodedLevel, PyramidWorker } from "./pyramid-worker.js";
import { ALL_LAYERS_FROM_ZERO } from "./tile-pyramid.js";

/** Editions as every zoom of the web map draws them. */
export interface PyramidCache {
  /** null when there is no such edition or zoom. Waits for the edition to be drawn, when it never was. */
  zoomTopology(editionId: EditionId, zoom: number): Promise<ZoomTopology | null>;
  /** Draws these editions, one after another, and forgets drawings that are of no other. */
  buildAll(editionIds: Iterable<EditionId>): Promise<void>;
  close(): Promise<void>;
}

/** Where editions come from, and where drawings are kept. */
export interface PyramidCacheOptions {
  /** An edition's topology at full detail, as it is stored; null when there is no such edition. */
  readonly topologyText: (editionId: EditionId) => Promise<string | null>;
  /** From which zooms on an edition's layers are drawn; all from 0 when left out. */
  readonly minZooms?: (editionId: EditionId) => MinZooms;
  /** Drawings are kept here from one start to the next; only in memory when left out. */
  readonly cacheDir?: string | undefined;
  /** Does one thing at a time with others that draw in the same folder; there are none when left out. */
  readonly exclusive?: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Of the code that draws: another may draw otherwise. */
  readonly codeVersion: string;
}

/**
 * Draws editions when first asked, on a thread that ends when it has: it takes some seconds for each, so it does not belong to
 * the build, after which people wait for the server.
 */
export function openPyramidCache({
  topologyText,
  minZooms = () => ALL_LAYERS_FROM_ZERO,
  cacheDir,
  exclusive = (work) => work(),
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
    const buildInWorker = async () => {
      const thread: PyramidWorker = startThread(new URL("./pyramid-worker.js", import.meta.url));
      running = thread;
      try {
        return await thread.call({ kind: "DRAW", topology, minZooms: zooms, file });
      } finally {
        running = null;
        await thread.close();
      }
    };
    return file !== null && existsSync(file) ? buildInWorker() : exclusive(buildInWorker); // what is drawn already is only read
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

function removeStaleFiles(cacheDir: string, currentFiles: ReadonlySet<string>): void {
  for (const name of readdirSync(cacheDir)) {
    if (name.endsWith(".json") && !currentFiles.has(name)) rmSync(join(cacheDir, name), { force: true });
  }
}
