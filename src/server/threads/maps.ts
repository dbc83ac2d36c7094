import { Buffer } from "node:buffer";
import { FeedError } from "../../api/feed-error.js";
import type { MapRequest } from "../../api/maps/map-request.js";
import { renderMap } from "../../api/maps/render-map.js";
import type { LayerTopology } from "../../model/topology.js";
import type { Store } from "../../store/store.js";
import { QueueFullError } from "../errors.js";
import { contentEtag } from "../http/etag.js";
import type { MapResult, RenderMapTask } from "./map-worker.js";
import { threadPool } from "./thread-pool.js";

/** Renders the files of maps. */
export interface MapRenderer {
  /**
   * The file of a request.
   *
   * @param address the request's URL
   * @throws {FeedError} for columns that no layer of it has
   * @throws {QueueFullError} when too many are waiting
   */
  render(request: MapRequest, address: URL): Promise<RenderedMap>;
  close(): Promise<void>;
}

/** A map's file, and its entity tag without quotes. */
export interface RenderedMap {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** How large maps are rendered. */
export interface MapRendererOptions {
  readonly maxWaiting?: number;
  /** Time without a map after which the thread ends and frees its memory. */
  readonly idleMs?: number;
}

// A map of this size is rendered within 0.1 s; the thread takes longer than that to start and to read the file.
const MAX_INLINE_POSITIONS = 300_000;
const MAX_INLINE_AUTHORITIES = 2_000;

/** Renders small maps at once and large ones on a thread, byte for byte alike. */
export function openMapRenderer(
  { path, topology }: Pick<Store, "path" | "topology">,
  dataVersion: string,
  { maxWaiting = 32, idleMs = 15_000 }: MapRendererOptions = {},
): MapRenderer {
  const pool = threadPool(new URL("./map-worker.js", import.meta.url), { idleMs });

  const renderInline = (request: MapRequest, layers: LayerTopology): RenderedMap => {
    const bytes = Buffer.from(renderMap(request, layers, dataVersion));
    return { bytes, etag: contentEtag(bytes) };
  };
  const renderOnThread = async ({ href }: URL): Promise<RenderedMap | null> => {
    const { queueSize } = pool;
    if (queueSize >= maxWaiting) {
      throw new QueueFullError(`${queueSize} maps are waiting to be rendered; try again in some seconds`);
    }
    const task: RenderMapTask = { storePath: path, dataVersion, address: href };
    const result: MapResult = await pool.run(task, { name: "render" });
    if (result === null) return null;
    if ("status" in result) throw new FeedError(result.status, result.message);
    return { bytes: Buffer.from(result.bytes.buffer), etag: result.etag };
  };
  return {
    render: async (request, address) => {
      const { edition } = request.facts;
      const layers = await topology(edition.id, request.detail);
      if (layers === null) throw new Error(`edition ${edition.id} has no topology at ${request.detail}`);
      // The thread declines once the file has been replaced; this request is then among the last of the older data.
      return (isLarge(request, layers) ? await renderOnThread(address) : null) ?? renderInline(request, layers);
    },
    close: () => pool.destroy(),
  };
}

function isLarge({ facts }: MapRequest, { arcs }: LayerTopology): boolean {
  if (facts.authorities.length > MAX_INLINE_AUTHORITIES) return true;
  return arcs.reduce((count, { length }) => count + length, 0) > MAX_INLINE_POSITIONS;
}
