import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../graphql/world.js";
import { MapError } from "../maps/map-error.js";
import { mapFile } from "../maps/map-file.js";
import { MAP_FORMATS } from "../maps/map-formats.js";
import { type MapRequest, mapRequestKey, parseMapRequest } from "../maps/map-request.js";
import { BadInputError } from "../model/bad-input-error.js";
import type { Store } from "../store/store.js";
import { bestCoding, type ContentCoding, compressed } from "./content-coding.js";
import { ifNoneMatchNames } from "./if-none-match.js";
import { keptBodies } from "./kept-bodies.js";
import { sendProblem } from "./send.js";

/** Answers for `/maps/<edition>/<layer>.<format>`. */
export interface MapsRoute {
  respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

interface MapBody {
  readonly bytes: Buffer;
  /** Of the bytes before they are compressed, so that the same file has the same tag on every server. */
  readonly hash: string;
}

const KEPT_BYTES = 128 * 2 ** 20;
const SMALL_BYTES = 400_000; // up to here brotli's best takes less than a second
const BEST_BROTLI_QUALITY = 11;
const GOOD_BROTLI_QUALITY = 9;
const COMPRESSED_FROM_BYTES = 1_000;

// An address with the data version in it never changes its meaning.
const VERSIONED_CACHING = "public, max-age=31536000, immutable";
const CURRENT_CACHING = "public, max-age=300";

/** Files are made when first asked for, compressed when first asked for compressed, and kept. */
export function mapsRoute({ dataVersion, editions }: World, { topology }: Pick<Store, "topology">): MapsRoute {
  const allFacts = [...editions.values()].map(({ facts }) => facts);
  const kept = keptBodies<MapBody>(KEPT_BYTES, ({ bytes }) => bytes.length);

  const plainBody = async (request: MapRequest): Promise<MapBody> => {
    const drawn = await topology(request.facts.edition.id, request.detail);
    if (drawn === null) throw new Error(`edition ${request.facts.edition.id} has no topology at ${request.detail}`);
    const bytes = Buffer.from(mapFile(request, drawn, dataVersion));
    return { bytes, hash: createHash("sha256").update(bytes).digest("base64url").slice(0, 22) };
  };
  const compressedBody = async ({ bytes, hash }: MapBody, coding: ContentCoding): Promise<MapBody> => {
    const quality = bytes.length <= SMALL_BYTES ? BEST_BROTLI_QUALITY : GOOD_BROTLI_QUALITY;
    return { bytes: await compressed(bytes, coding, quality), hash };
  };

  const respond: MapsRoute["respond"] = async (request, response, url) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD, OPTIONS");
      sendProblem(response, 405, { title: "Method not allowed", detail: "Maps are read with GET or HEAD." });
      return;
    }
    const mapRequest = parseMapRequest(url, allFacts);
    const key = mapRequestKey(mapRequest);
    const plain = await (kept.get(key) ?? kept.keep(key, plainBody(mapRequest)));
    const coding = plain.bytes.length < COMPRESSED_FROM_BYTES ? null : bestCoding(request.headers["accept-encoding"]);
    const etag = `"${plain.hash}${coding === null ? "" : `-${coding}`}"`;

    response.setHeader("ETag", etag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader(
      "Cache-Control",
      url.searchParams.get("v") === dataVersion ? VERSIONED_CACHING : CURRENT_CACHING,
    );
    if (ifNoneMatchNames(request.headers["if-none-match"], etag)) {
      response.writeHead(304).end();
      return;
    }
    const codedKey = `${key} ${coding}`;
    const body =
      coding === null ? plain : await (kept.get(codedKey) ?? kept.keep(codedKey, compressedBody(plain, coding)));
    if (coding !== null) response.setHeader("Content-Encoding", coding);
    response.writeHead(200, {
      "Content-Type": MAP_FORMATS[mapRequest.format].type,
      "Content-Length": body.bytes.length,
      "Content-Disposition": `inline; filename="${mapRequest.facts.edition.id}-${mapRequest.name}.${mapRequest.format}"`,
      "X-Content-Type-Options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : body.bytes);
  };

  return {
    respond: async (request, response, url) => {
      try {
        await respond(request, response, url);
      } catch (error) {
        if (error instanceof MapError) {
          const title = error.status === 404 ? "Not found" : "Bad request";
          sendProblem(response, error.status, { title, detail: error.message });
        } else if (error instanceof BadInputError) {
          sendProblem(response, 400, { title: "Bad request", detail: error.message });
        } else throw error;
      }
    },
  };
}
