import { Buffer } from "node:buffer";
import { mapFile } from "../../maps/map-file.js";
import type { MapRequest } from "../../maps/map-request.js";
import type { LayerTopology } from "../../model/topology.js";
import type { Store } from "../../store/store.js";
import { contentTag } from "../../workers/content-tag.js";
import { type MapThreadOptions, openMapThread } from "../../workers/map-thread.js";

/** Where the files of maps come from. */
export interface DrawnMaps {
  /**
   * The file that a request asks for.
   *
   * @param address of the request
   * @throws {MapError} for columns that no layer of it has
   * @throws {BusyError} when too many are waiting
   */
  drawn(request: MapRequest, address: URL): Promise<MapBytes>;
  close(): Promise<void>;
}

/** A map's file, and the tag of its content. */
export interface MapBytes {
  readonly bytes: Buffer;
  readonly tag: string;
}

// A map of so much is drawn within a tenth of a second; the thread takes longer than that to start and to read the file.
const MOST_POSITIONS = 300_000;
const MOST_AUTHORITIES = 2_000;

/** Draws small maps at once and large ones on a thread, byte for byte alike. */
export function openDrawnMaps(
  { path, topology }: Pick<Store, "path" | "topology">,
  dataVersion: string,
  limits: Pick<MapThreadOptions, "mostWaiting"> = {},
): DrawnMaps {
  const thread = openMapThread({ storePath: path, dataVersion, ...limits });

  const drawnHere = (request: MapRequest, drawing: LayerTopology): MapBytes => {
    const bytes = Buffer.from(mapFile(request, drawing, dataVersion));
    return { bytes, tag: contentTag(bytes) };
  };
  return {
    drawn: async (request, address) => {
      const { edition } = request.facts;
      const drawing = await topology(edition.id, request.detail);
      if (drawing === null) throw new Error(`edition ${edition.id} has no topology at ${request.detail}`);
      if (!isLarge(request, drawing)) return drawnHere(request, drawing);
      const large = await thread.drawn(address);
      // The file was exchanged a moment ago, and this request is the last of the data before it.
      if (large === null) return drawnHere(request, drawing);
      return { bytes: Buffer.from(large.bytes.buffer), tag: large.tag };
    },
    close: thread.close,
  };
}

function isLarge({ facts }: MapRequest, { arcs }: LayerTopology): boolean {
  if (facts.authorities.length > MOST_AUTHORITIES) return true;
  return arcs.reduce((count, { length }) => count + length, 0) > MOST_POSITIONS;
}
