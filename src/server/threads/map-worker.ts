// Renders large maps on a thread of its own, so that they do not hold up other requests.
import { Buffer } from "node:buffer";
import { move, Piscina } from "piscina";
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

/** A map to render. */
export interface RenderMapTask {
  /** The built file, which the thread opens itself: its content would take long to send. */
  readonly storePath: string;
  /** Of the data to render: the file may have been replaced since. */
  readonly dataVersion: string;
  /** The map's URL. */
  readonly address: string;
}

/** A map's file, null when the built file is another or cannot be opened, or why the URL names no map. */
export type MapResult = RenderedBytes | MapRejected | null;

/** A map's file. */
export interface RenderedBytes {
  /** Transferred, not copied. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** The fields of a FeedError, which loses its class between threads. */
export interface MapRejected {
  readonly status: 400 | 404;
  readonly message: string;
}

/** Runs a task: Piscina calls it. */
export async function render(task: RenderMapTask): Promise<MapResult> {
  try {
    const dataset = await openDataset(task.storePath);
    if (dataset.facts.dataVersion === task.dataVersion) return await renderFrom(dataset, task);
    await closeDataset();
    return null;
  } catch (error) {
    if (error instanceof FeedError) return { status: error.status, message: error.message };
    await closeDataset(); // the next task opens the file again
    if (error instanceof StoreError) return null;
    throw error;
  }
}

/** The built file as this thread has it open, and the topology of the last map: the next is often of the same. */
interface OpenDataset {
  readonly store: Store;
  readonly facts: Facts;
  lastTopology: EditionTopology | null;
}

interface EditionTopology {
  readonly editionId: EditionId;
  readonly detail: Detail;
  readonly topology: LayerTopology;
}

let opened: OpenDataset | null = null; // a thread renders from one file

async function openDataset(path: string): Promise<OpenDataset> {
  if (opened === null) {
    const store = openStore(path);
    opened = { store, facts: await store.loadFacts(), lastTopology: null };
  }
  return opened;
}

async function closeDataset(): Promise<void> {
  const closing = opened;
  opened = null;
  await closing?.store.close();
}

async function renderFrom(dataset: OpenDataset, { address, dataVersion }: RenderMapTask): Promise<RenderedBytes> {
  const request = parseMapRequest(new URL(address), [...dataset.facts.editions.values()]);
  const file = renderMap(request, await topologyOf(dataset, request), dataVersion);
  const bytes = transferable(typeof file === "string" ? Buffer.from(file, "utf8") : file);
  return transfer({ bytes, etag: contentEtag(bytes) });
}

async function topologyOf(dataset: OpenDataset, { facts, detail }: MapRequest): Promise<LayerTopology> {
  const editionId = facts.edition.id;
  const { lastTopology } = dataset;
  if (lastTopology?.editionId === editionId && lastTopology.detail === detail) return lastTopology.topology;
  dataset.lastTopology = null; // two at once would take twice the memory
  const topology = await dataset.store.topology(editionId, detail);
  if (topology === null) throw new Error(`edition ${editionId} has no topology at ${detail}`);
  dataset.lastTopology = { editionId, detail, topology };
  return topology;
}

/** Has Piscina transfer the bytes instead of copying them. */
function transfer(map: RenderedBytes): RenderedBytes {
  const { transferableSymbol, valueSymbol } = Piscina;
  const transferred = { [transferableSymbol]: [map.bytes.buffer], [valueSymbol]: map };
  return move(transferred as never) as unknown as RenderedBytes;
}

/** Bytes in a buffer of their own, which can be transferred; small Node.js buffers share one. */
function transferable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
