// The thread that draws large maps: whoever asks for one keeps nobody else waiting.
import { Buffer } from "node:buffer";
import { parentPort } from "node:worker_threads";
import { MapError } from "../maps/map-error.js";
import { mapFile } from "../maps/map-file.js";
import { type MapRequest, parseMapRequest } from "../maps/map-request.js";
import type { EditionId } from "../model/code.js";
import type { Facts } from "../model/facts.js";
import type { Detail } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { openStore } from "../store/open-store.js";
import { type Store, StoreError } from "../store/store.js";
import { contentTag } from "./content-tag.js";
import type { DrawMapTask, DrawnMap, MapAnswers } from "./map-task.js";

/** A built file as this thread has it open; a thread serves one. */
interface Opened {
  readonly store: Store;
  readonly facts: Facts;
}

/** One edition's at one detail: the next map is often of the same. */
interface LastTopology {
  readonly editionId: EditionId;
  readonly detail: Detail;
  readonly topology: LayerTopology;
}

let opened: Opened | null = null;
let last: LastTopology | null = null;
let done: Promise<void> = Promise.resolve(); // answers go in the order of the tasks

parentPort?.on("message", (task: DrawMapTask) => {
  done = done.then(() => answerTo(task)).then(send);
});

function send(answer: MapAnswers["DRAW"]): void {
  parentPort?.postMessage(answer, answer.kind === "DRAWN" ? [answer.bytes.buffer] : []);
}

async function answerTo({ storePath, dataVersion, address }: DrawMapTask): Promise<MapAnswers["DRAW"]> {
  try {
    opened ??= await openedStore(storePath);
    if (opened.facts.dataVersion !== dataVersion) {
      await close(opened);
      return { kind: "OTHER_DATA" };
    }
    return await drawn(opened, parseMapRequest(new URL(address), [...opened.facts.editions.values()]));
  } catch (error) {
    if (error instanceof StoreError) return { kind: "OTHER_DATA" };
    if (!(error instanceof MapError)) throw error;
    return { kind: "REFUSED", status: error.status, message: error.message };
  }
}

async function openedStore(path: string): Promise<Opened> {
  const store = openStore(path);
  return { store, facts: await store.loadFacts() };
}

async function close({ store }: Opened): Promise<void> {
  [opened, last] = [null, null];
  await store.close();
}

async function drawn({ store, facts: { dataVersion } }: Opened, request: MapRequest): Promise<DrawnMap> {
  const file = mapFile(request, await topologyOf(store, request), dataVersion);
  const bytes = movable(typeof file === "string" ? Buffer.from(file, "utf8") : file);
  return { kind: "DRAWN", bytes, tag: contentTag(bytes) };
}

async function topologyOf(store: Store, { facts, detail }: MapRequest): Promise<LayerTopology> {
  const editionId = facts.edition.id;
  if (last?.editionId === editionId && last.detail === detail) return last.topology;
  last = null; // two of them at once would take twice the memory
  const topology = await store.topology(editionId, detail);
  if (topology === null) throw new Error(`edition ${editionId} has no topology at ${detail}`);
  last = { editionId, detail, topology };
  return topology;
}

/** Bytes with memory of their own, which can be handed to another thread; small buffers share some. */
function movable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
