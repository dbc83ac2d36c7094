import type { IndexedFacts } from "../../model/facts.js";
import type { LayerTopology } from "../../model/topology.js";
import { OgcError, quote } from "../feed-error.js";
import { type Collection, type CollectionContent, collectionContent, collections } from "./collections.js";
import {
  collectionDocument,
  collectionsDocument,
  conformance,
  featureDocument,
  itemsDocument,
  landingPage,
  OPENAPI_TYPE,
} from "./documents.js";
import { checkFormat, itemsPage, parseItemsQuery } from "./items.js";
import { openApi } from "./open-api.js";

/** A document and what kind it is. */
export interface OgcResponse {
  readonly type: string;
  readonly document: object;
}

/** What the answers are made from. */
export interface OgcApiOptions {
  readonly dataVersion: string;
  readonly editions: readonly IndexedFacts[];
  /** An edition's topology at the detail that features are drawn in. */
  readonly topology: (facts: IndexedFacts) => Promise<LayerTopology | null>;
  /** Lets others go first, between two collections that are drawn one after another. */
  readonly pause: () => Promise<void>;
}

/** OGC API - Features, core and GeoJSON. @see https://docs.ogc.org/is/17-069r4/17-069r4.html */
export interface OgcApi {
  /**
   * The answer to an address under /ogc.
   *
   * @param origin where clients reach the server, without a path
   * @throws {OgcError} for what is not there and what cannot be meant
   */
  respond(url: URL, origin: string): Promise<OgcResponse>;
}

const JSON_TYPE = "application/json";
const GEOJSON_TYPE = "application/geo+json";
const NOT_FOUND_HINT =
  "There are /ogc, /ogc/conformance, /ogc/api, /ogc/collections, and of each collection /items and /items/<id>.";

/** A collection is drawn when it is first asked for and then kept. */
export function ogcApi({ dataVersion, editions, topology, pause }: OgcApiOptions): OgcApi {
  const all = collections(editions);
  const contentCache = new Map<string, Promise<CollectionContent>>();

  const contentOf = (collection: Collection): Promise<CollectionContent> => {
    const known = contentCache.get(collection.id);
    if (known !== undefined) return known;
    const promise = topology(collection.facts).then((found) => {
      if (found === null) throw new Error(`edition ${collection.facts.edition.id} has no topology`);
      return collectionContent(collection, found);
    });
    promise.catch(() => contentCache.delete(collection.id));
    contentCache.set(collection.id, promise);
    return promise;
  };
  const loadAll = async () => {
    const loaded: { readonly collection: Collection; readonly content: CollectionContent }[] = [];
    for (const collection of all) {
      loaded.push({ collection, content: await contentOf(collection) });
      await pause();
    }
    return loaded;
  };

  const respondForCollection = async (
    [id = "", items, featureId, ...rest]: readonly string[],
    url: URL,
    root: string,
  ) => {
    const collection = all.find((known) => known.id === id);
    if (collection === undefined) {
      const known = all.map((one) => one.id).join(", ");
      throw new OgcError(404, `There is no collection ${quote(id)}; there are ${known}.`);
    }
    if (rest.length > 0 || (items !== undefined && items !== "items")) throw new OgcError(404, NOT_FOUND_HINT);
    const content = await contentOf(collection);
    const address = `${root}/collections/${id}`;
    if (items === undefined) return { type: JSON_TYPE, document: collectionDocument(collection, content, root) };
    if (featureId === undefined) {
      const query = parseItemsQuery(url.searchParams, content.properties);
      const page = itemsPage(content, query);
      const where = { address: `${address}/items`, parameters: url.searchParams, query };
      return { type: GEOJSON_TYPE, document: itemsDocument(page, where) };
    }
    checkFormat(url.searchParams);
    const found = content.items.find(({ feature }) => feature.id === featureId);
    if (found === undefined) {
      const example = content.items[0]?.feature.id ?? "none";
      throw new OgcError(
        404,
        `There is no feature ${quote(featureId)} in ${id}; its ids are codes such as ${example}.`,
      );
    }
    return { type: GEOJSON_TYPE, document: featureDocument(found.feature, { address, id: featureId }) };
  };

  return {
    respond: async (url, origin) => {
      const root = `${origin}/ogc`;
      const [first, ...rest] = segments(url.pathname);
      if (first === "collections" && rest.length > 0) return respondForCollection(rest, url, root);
      if (rest.length > 0) throw new OgcError(404, NOT_FOUND_HINT);
      checkFormat(url.searchParams);
      switch (first) {
        case undefined:
          return { type: JSON_TYPE, document: landingPage(root) };
        case "conformance":
          return { type: JSON_TYPE, document: conformance() };
        case "collections":
          return { type: JSON_TYPE, document: collectionsDocument(await loadAll(), root) };
        case "api":
          return { type: OPENAPI_TYPE, document: openApi(await loadAll(), { root, version: dataVersion }) };
        default:
          throw new OgcError(404, NOT_FOUND_HINT);
      }
    },
  };
}

/** What follows /ogc in a path, decoded once; a slash at the end is passed over. */
function segments(pathname: string): string[] {
  const parts = pathname.replace(/\/$/, "").split("/").slice(2);
  try {
    return parts.map(decodeURIComponent);
  } catch {
    throw new OgcError(400, `${quote(pathname)} is not percent-encoded text.`);
  }
}
