import { Buffer } from "node:buffer";
import { startThread, type Thread } from "@coterminous/overlap/parallel";
import { FeedError } from "../../api/feed-error.js";
import type { MapRequest } from "../../api/maps/map-request.js";
import { renderMap } from "../../api/maps/render-map.js";
import type { LayerTopology } from "../../model/topology.js";
import type { Store } from "../../store/store.js";
import { QueueFullError } from "../errors.js";
import { contentEtag } from "../http/etag.js";

/** Where the files of maps come from. */
export interface MapRenderer {
  /**
   * The file that a request asks for.
   *
   * @param address of the request
   * @throws {FeedError} for columns that no layer of it has
   * @throws {BusyError} when too many are waiting
   */
  render(request: MapRequest, address: URL): Promise<RenderedMap>;
  close(): Promise<void>;
}

/** A map's file, and the tag of its content. */
export interface RenderedMap {
  readonly bytes: Buffer;
  readonly etag: string;
}

// A map of so much is drawn within a tenth of a second; the thread takes longer than that to start and to read the file.
const MAX_INLINE_POSITIONS = 300_000;
const MAX_INLINE_AUTHORITIES = 2_000;

/** Draws small maps at once and large ones on a thread, byte for byte alike. */
export function openMapRenderer(
  { path, topology }: Pick<Store, "path" | "topology">,
  dataVersion: string,
  limits: Pick<MapThreadOptions, "maxWaiting"> = {},
): MapRenderer {
  const thread = openMapThread({ storePath: path, dataVersion, ...limits });

  const renderInline = (request: MapRequest, drawing: LayerTopology): RenderedMap => {
    const bytes = Buffer.from(renderMap(request, drawing, dataVersion));
    return { bytes, etag: contentEtag(bytes) };
  };
  return {
    render: async (request, address) => {
      const { edition } = request.facts;
      const drawing = await topology(edition.id, request.detail);
      if (drawing === null) throw new Error(`edition ${edition.id} has no topology at ${request.detail}`);
      if (!isLarge(request, drawing)) return renderInline(request, drawing);
      const large = await thread.render(address);
      // The file was exchanged a moment ago, and this request is the last of the data before it.
      if (large === null) return renderInline(request, drawing);
      return { bytes: Buffer.from(large.bytes.buffer), etag: large.tag };
    },
    close: thread.close,
  };
}

function isLarge({ facts }: MapRequest, { arcs }: LayerTopology): boolean {
  if (facts.authorities.length > MAX_INLINE_AUTHORITIES) return true;
  return arcs.reduce((count, { length }) => count + length, 0) > MAX_INLINE_POSITIONS;
}

/** Draws maps on a thread of its own, one after another. */
export interface MapThread {
  /**
   * The file at a map's address; null when the built file is no longer the one that is meant.
   *
   * @throws {FeedError} for an address that leads to no map
   * @throws {QueueFullError} when too many are waiting
   */
  render(address: URL): Promise<MapRendered | null>;
  close(): Promise<void>;
}

/** What a thread draws from, and its bounds. */
export interface MapThreadOptions extends Pick<RenderMapTask, "storePath" | "dataVersion"> {
  /** How long the thread keeps what it has read after its last map. */
  readonly idleMs?: number;
  readonly maxWaiting?: number;
}

/** The thread starts with the first map, and anew after one that failed; it ends when nobody has asked for a while. */
export function openMapThread({
  storePath,
  dataVersion,
  idleMs = 15_000,
  maxWaiting = 32,
}: MapThreadOptions): MapThread {
  let thread: Thread<RenderMapTask, MapAnswers> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let waitingCount = 0;
  let isClosed = false;

  const close = async () => {
    clearTimeout(idle);
    const ended = thread;
    thread = null;
    await ended?.close();
  };
  const answerTo = async (task: RenderMapTask): Promise<MapAnswers["RENDER"]> => {
    if (isClosed) throw new Error("the data that a map was to be drawn of has been closed");
    clearTimeout(idle);
    thread ??= startThread<RenderMapTask, MapAnswers>(new URL("./map-worker.js", import.meta.url));
    const current = thread;
    waitingCount++;
    try {
      return await current.call(task);
    } catch (error) {
      // What was asked of the same thread fails with it, and another may have been started since.
      if (thread === current) await close();
      throw error;
    } finally {
      waitingCount--;
      if (waitingCount === 0) idle = setTimeout(close, idleMs).unref();
    }
  };

  return {
    render: async (address) => {
      if (waitingCount >= maxWaiting) {
        throw new QueueFullError(`${waitingCount} maps are waiting to be drawn; try again in some seconds`);
      }
      const answer = await answerTo({ kind: "RENDER", storePath, dataVersion, address: address.href });
      switch (answer.kind) {
        case "RENDERED":
          return answer;
        case "REJECTED":
          throw new FeedError(answer.status, answer.message);
        case "STALE":
          return null;
      }
    },
    close: async () => {
      isClosed = true;
      await close();
    },
  };
}

/** What the thread that draws maps is asked to do. */
export interface RenderMapTask {
  readonly kind: "RENDER";
  /** The built file, which the thread opens for itself: what is in it would take long to send. */
  readonly storePath: string;
  /** Of the data that is meant: another file may have been put there since. */
  readonly dataVersion: string;
  /** The map's, as its client asked for it. */
  readonly address: string;
}

/** A map's file. */
export interface MapRendered {
  readonly kind: "RENDERED";
  /** Handed over, not copied. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `contentTag` of the bytes. */
  readonly tag: string;
}

/** Why an address leads to no map: the facts of a FeedError, which does not pass between threads as itself. */
export interface MapRejected {
  readonly kind: "REJECTED";
  readonly status: 400 | 404;
  readonly message: string;
}

/** The built file is another than is meant, or cannot be opened any more. */
export interface StaleDataset {
  readonly kind: "STALE";
}

/** The answer to each kind of task. */
export interface MapAnswers {
  readonly RENDER: MapRendered | MapRejected | StaleDataset;
}
