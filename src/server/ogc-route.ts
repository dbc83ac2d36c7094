import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../graphql/world.js";
import { ogcApi } from "../ogc/ogc-api.js";
import { OgcError } from "../ogc/ogc-error.js";
import type { Store } from "../store/store.js";
import { compressed } from "./content-coding.js";
import { publicOrigin } from "./public-origin.js";
import { sendProblem } from "./send.js";
import { cachingOf, representation, sendRepresentation } from "./send-representation.js";

/** Answers for `/ogc` and everything under it. */
export interface OgcRoute {
  respond(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

/** Serves every edition's layers at medium detail, which keeps borders within a pixel at any scale that shows a council. */
export function ogcRoute(world: World, { topology }: Pick<Store, "topology">): OgcRoute {
  const { dataVersion } = world;
  const api = ogcApi({
    dataVersion,
    editions: [...world.editions.values()].map(({ facts }) => facts),
    topology: ({ edition }) => topology(edition.id, "MEDIUM"),
  });

  return {
    respond: async (request, response, url) => {
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        sendProblem(response, 405, { title: "Method not allowed", detail: "Features are read with GET or HEAD." });
        return;
      }
      try {
        const { type, document } = await api.answer(url, publicOrigin(request));
        const body = Buffer.from(JSON.stringify(document));
        await sendRepresentation({ request, response }, representation(body, type), {
          caching: cachingOf(url, dataVersion),
          compressedBytes: (coding) => compressed(body, coding),
        });
      } catch (error) {
        if (!(error instanceof OgcError)) throw error;
        const title = error.status === 404 ? "Not found" : "Bad request";
        sendProblem(response, error.status, { title, detail: error.message });
      }
    },
  };
}
