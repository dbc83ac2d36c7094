import { setImmediate } from "node:timers/promises";
import type { World } from "../../graphql/world.js";
import { ogcApi } from "../../ogc/ogc-api.js";
import { OgcError } from "../../ogc/ogc-error.js";
import type { Store } from "../../store/store.js";
import { type Answer, badRequestAnswer, notFoundAnswer } from "../http/answer.js";
import { cachingOf, contentAnswer, contentOf } from "../http/content.js";

/** Answers for `/ogc` and everything under it. */
export interface OgcRoute {
  /** @param origin where clients reach this server */
  answer(url: URL, origin: string): Promise<Answer>;
}

/** Serves every edition's layers at medium detail, which keeps borders within a pixel at any scale that shows a council. */
export function ogcRoute(world: World, { topology }: Pick<Store, "topology">): OgcRoute {
  const { dataVersion } = world;
  const api = ogcApi({
    dataVersion,
    editions: [...world.editions.values()].map(({ facts }) => facts),
    topology: ({ edition }) => topology(edition.id, "MEDIUM"),
    pause: () => setImmediate(),
  });

  return {
    answer: async (url, origin) => {
      try {
        const { type, document } = await api.answer(url, origin);
        return contentAnswer(contentOf(JSON.stringify(document), type), cachingOf(url, dataVersion));
      } catch (error) {
        if (!(error instanceof OgcError)) throw error;
        return error.status === 404 ? notFoundAnswer(error.message) : badRequestAnswer(error.message);
      }
    },
  };
}
