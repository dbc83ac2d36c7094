import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { EditionId } from "../model/code.js";
import type { LeastZooms, ZoomTopology } from "../model/topology.js";
import { ALL_ZOOMS } from "../topology/zoom-topologies.js";
import { startThread } from "./thread.js";
import type { ZoomsThread, ZoomText } from "./zooms-worker.js";

/** Editions as every zoom of the web map draws them. */
export interface DrawnZooms {
  /** null when there is no such edition or zoom. Waits for the edition to be drawn, when it never was. */
  zoomTopology(editionId: EditionId, zoom: number): Promise<ZoomTopology | null>;
  /** Draws these editions, one after another, and forgets drawings that are of no other. */
  drawAll(editionIds: Iterable<EditionId>): Promise<void>;
  close(): Promise<void>;
}

/** Where editions come from, and where drawings are kept. */
export interface DrawnZoomsOptions {
  /** An edition's topology at full detail, as it is stored; null when there is no such edition. */
  readonly topologyText: (editionId: EditionId) => Promise<string | null>;
  /** From which zooms on an edition's layers are drawn; all from 0 when left out. */
  readonly leastZooms?: (editionId: EditionId) => LeastZooms;
  /** Drawings are kept here from one start to the next; only in memory when left out. */
  readonly folder?: string | undefined;
  /** Does one thing at a time with others that draw in the same folder; there are none when left out. */
  readonly alone?: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Of the code that draws: another may draw otherwise. */
  readonly codeVersion: string;
}

/**
 * Draws editions when first asked, on a thread that ends when it has: it takes some seconds for each, so it is no part of
 * the build, after which people wait for the server.
 */
export function openDrawnZooms({
  topologyText,
  leastZooms = () => ALL_ZOOMS,
  folder,
  alone = (work) => work(),
  codeVersion,
}: DrawnZoomsOptions): DrawnZooms {
  const drawings = new Map<EditionId, Promise<readonly ZoomText[]>>();
  const kept = new Set<string>();
  let running: ZoomsThread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const drawNow = async (editionId: EditionId): Promise<readonly ZoomText[]> => {
    const topology = await topologyText(editionId);
    if (topology === null || isClosed) return [];
    const zooms = leastZooms(editionId);
    const hash = createHash("sha256").update(codeVersion).update(JSON.stringify(zooms)).update(topology);
    const name = `${hash.digest("hex").slice(0, 24)}.json`;
    kept.add(name);
    const file = folder === undefined ? null : join(folder, name);
    const draw = async () => {
      const thread: ZoomsThread = startThread(new URL("./zooms-worker.js", import.meta.url));
      running = thread;
      try {
        return await thread.ask({ kind: "DRAW", topology, leastZooms: zooms, file });
      } finally {
        running = null;
        await thread.close();
      }
    };
    return file !== null && existsSync(file) ? draw() : alone(draw); // what is drawn already is only read
  };
  const drawing = (editionId: EditionId): Promise<readonly ZoomText[]> => {
    const known = drawings.get(editionId);
    if (known !== undefined) return known;
    const mine = last.then(() => drawNow(editionId));
    last = mine.catch(() => drawings.delete(editionId));
    drawings.set(editionId, mine);
    return mine;
  };

  return {
    zoomTopology: async (editionId, zoom) => {
      const text = (await drawing(editionId))[zoom];
      return text === undefined ? null : { zoom, extent: text.extent, topology: JSON.parse(text.topology) };
    },
    drawAll: async (editionIds) => {
      for (const editionId of editionIds) await drawing(editionId);
      if (folder !== undefined) forgetOthers(folder, kept);
    },
    close: async () => {
      isClosed = true;
      await running?.close();
    },
  };
}

function forgetOthers(folder: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".json") && !kept.has(name)) rmSync(join(folder, name), { force: true });
  }
}
