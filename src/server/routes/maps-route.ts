import type { World } from "../../graphql/world.js";
import { MapError } from "../../maps/map-error.js";
import { MAP_FORMATS } from "../../maps/map-formats.js";
import { type MapRequest, mapRequestKey, parseMapRequest } from "../../maps/map-request.js";
import { BadInputError } from "../../model/bad-input-error.js";
import { BusyError } from "../../workers/busy-error.js";
import { keptBodies } from "../caches/kept-bodies.js";
import type { DrawnMaps } from "../data/drawn-maps.js";
import { type Answer, badRequestAnswer, notFoundAnswer, problemAnswer } from "../http/answer.js";
import { codedBody } from "../http/coded-body.js";
import { type Content, cachingOf, contentAnswer, contentBytes } from "../http/content.js";

/** Answers for `/maps/<edition>/<layer>.<format>`. */
export interface MapsRoute {
  answer(url: URL): Promise<Answer>;
}

const KEPT_BYTES = 128 * 2 ** 20;
const SMALL_BYTES = 400_000; // up to here brotli's best takes less than a second
const BEST_BROTLI_QUALITY = 11;
const GOOD_BROTLI_QUALITY = 9;
const RETRY_AFTER_S = 10;

/** Files are made when first asked for, compressed when first asked for compressed, and kept. */
export function mapsRoute({ dataVersion, editions }: World, drawnMaps: Pick<DrawnMaps, "drawn">): MapsRoute {
  const allFacts = [...editions.values()].map(({ facts }) => facts);
  const kept = keptBodies<Content>(KEPT_BYTES, contentBytes);

  const content = async (request: MapRequest, url: URL): Promise<Content> => {
    const { bytes, tag } = await drawnMaps.drawn(request, url);
    const quality = bytes.length <= SMALL_BYTES ? BEST_BROTLI_QUALITY : GOOD_BROTLI_QUALITY;
    return { type: MAP_FORMATS[request.format].type, body: codedBody(bytes, quality), tag };
  };
  const answer = async (url: URL): Promise<Answer> => {
    const request = parseMapRequest(url, allFacts);
    const key = mapRequestKey(request);
    const made = await (kept.get(key) ?? kept.keep(key, content(request, url)));
    const name = `${request.facts.edition.id}-${request.name}.${request.format}`;
    return {
      ...contentAnswer(made, cachingOf(url, dataVersion)),
      headers: { "Content-Disposition": `inline; filename="${name}"` },
    };
  };

  return {
    answer: async (url) => {
      try {
        return await answer(url);
      } catch (error) {
        if (error instanceof MapError && error.status === 404) return notFoundAnswer(error.message);
        if (error instanceof MapError || error instanceof BadInputError) return badRequestAnswer(error.message);
        if (error instanceof BusyError) return busyAnswer(error.message);
        throw error;
      }
    },
  };
}

function busyAnswer(detail: string): Answer {
  return problemAnswer(503, { title: "Busy", detail, headers: { "Retry-After": String(RETRY_AFTER_S) } });
}
