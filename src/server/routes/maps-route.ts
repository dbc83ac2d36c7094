import type { World } from "../../graphql/world.js";
import { MapError } from "../../maps/map-error.js";
import { mapFile } from "../../maps/map-file.js";
import { MAP_FORMATS } from "../../maps/map-formats.js";
import { type MapRequest, mapRequestKey, parseMapRequest } from "../../maps/map-request.js";
import { BadInputError } from "../../model/bad-input-error.js";
import type { Store } from "../../store/store.js";
import { keptBodies } from "../caches/kept-bodies.js";
import { type Answer, badRequestAnswer, notFoundAnswer } from "../http/answer.js";
import { type Content, cachingOf, contentAnswer, contentBytes, contentOf } from "../http/content.js";

/** Answers for `/maps/<edition>/<layer>.<format>`. */
export interface MapsRoute {
  answer(url: URL): Promise<Answer>;
}

const KEPT_BYTES = 128 * 2 ** 20;
const SMALL_BYTES = 400_000; // up to here brotli's best takes less than a second
const BEST_BROTLI_QUALITY = 11;
const GOOD_BROTLI_QUALITY = 9;

/** Files are made when first asked for, compressed when first asked for compressed, and kept. */
export function mapsRoute({ dataVersion, editions }: World, { topology }: Pick<Store, "topology">): MapsRoute {
  const allFacts = [...editions.values()].map(({ facts }) => facts);
  const kept = keptBodies<Content>(KEPT_BYTES, contentBytes);

  const content = async (request: MapRequest): Promise<Content> => {
    const drawn = await topology(request.facts.edition.id, request.detail);
    if (drawn === null) throw new Error(`edition ${request.facts.edition.id} has no topology at ${request.detail}`);
    const bytes = Buffer.from(mapFile(request, drawn, dataVersion));
    const quality = bytes.length <= SMALL_BYTES ? BEST_BROTLI_QUALITY : GOOD_BROTLI_QUALITY;
    return contentOf(bytes, MAP_FORMATS[request.format].type, quality);
  };
  const answer = async (url: URL): Promise<Answer> => {
    const request = parseMapRequest(url, allFacts);
    const key = mapRequestKey(request);
    const made = await (kept.get(key) ?? kept.keep(key, content(request)));
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
        throw error;
      }
    },
  };
}
