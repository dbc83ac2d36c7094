// The thread that draws large maps: whoever asks for one keeps nobody else waiting.
import { Buffer } from "node:buffer";
import { parentPort } from "node:worker_threads";
import { FeedError } from "../../api/feed-error.js";
import { type MapRequest, parseMapRequest } from "../../api/maps/map-request.js";
import { renderMap } from "../../api/maps/render-map.js";
import type { EditionId } from "../../model/code.js";
import type { Facts } from "../../model/facts.js";
import type { Detail } from "../../model/layer.js";
import type { LayerTopology } from "../../model/topology.js";
import { openStore } from "../../store/open-store.js";
import { type Store, StoreError } from "../../store/store.js";
import { contentEtag } from "../http/etag.js";
import type { MapAnswers, MapRendered, RenderMapTask } from "./maps.js";

/** A built file as this thread has it open; a thread serves one. */
interface OpenDataset {
  readonly store: Store;
  readonly facts: Facts;
}

/** One edition's at one detail: the next map is often of the same. */
interface LastTopology {
  readonly editionId: EditionId;
  readonly detail: Detail;
  readonly topology: LayerTopology;
}

let opened: OpenDataset | null = null;
let last: LastTopology | null = null;
let done: Promise<void> = Promise.resolve(); // answers go in the order of the tasks

parentPort?.on("message", (task: RenderMapTask) => {
  done = done.then(() => answerTo(task)).then(send);
});

function send(answer: MapAnswers["RENDER"]): void {
  parentPort?.postMessage(answer, answer.kind === "RENDERED" ? [answer.bytes.buffer] : []);
}

async function answerTo({ storePath, dataVersion, address }: RenderMapTask): Promise<MapAnswers["RENDER"]> {
  try {
    opened ??= await openDataset(storePath);
    if (opened.facts.dataVersion !== dataVersion) {
      await close(opened);
      return { kind: "STALE" };
    }
    return await render(opened, parseMapRequest(new URL(address), [...opened.facts.editions.values()]));
  } catch (error) {
    if (error instanceof StoreError) return { kind: "STALE" };
    if (!(error instanceof FeedError)) throw error;
    return { kind: "REJECTED", status: error.status, message: error.message };
  }
}

async function openDataset(path: string): Promise<OpenDataset> {
  const store = openStore(path);
  return { store, facts: await store.loadFacts() };
}

async function close({ store }: OpenDataset): Promise<void> {
  [opened, last] = [null, null];
  await store.close();
}

async function render({ store, facts: { dataVersion } }: OpenDataset, request: MapRequest): Promise<MapRendered> {
  const file = renderMap(request, await topologyOf(store, request), dataVersion);
  const bytes = transferable(typeof file === "string" ? Buffer.from(file, "utf8") : file);
  return { kind: "RENDERED", bytes, tag: contentEtag(bytes) };
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
function transferable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
