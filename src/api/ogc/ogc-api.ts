import type { IndexedFacts } from "../../model/facts.js";
import type { LayerTopology } from "../../model/topology.js";
import { memoizeAsync } from "../../store/memoize-async.js";
import { FeedError } from "../feed-error.js";
import type { ShapedFeature } from "../maps/formats/to-geojson.js";
import { notFoundMessage, quote } from "../query-params.js";
import { type Collection, type CollectionContent, collectionContent, collections } from "./collections.js";
import {
  collectionDocument,
  collectionsDocument,
  conformance,
  featureDocument,
  GEOJSON_TYPE,
  itemsDocument,
  JSON_TYPE,
  landingPage,
  OPENAPI_TYPE,
} from "./documents.js";
import { checkFormat, itemsPage, parseItemsQuery } from "./items.js";
import { openApi } from "./open-api.js";

/** A document and its media type. */
interface OgcResponse {
  readonly type: string;
  readonly document: object;
}

interface OgcApiOptions {
  readonly dataVersion: string;
  readonly editions: readonly IndexedFacts[];
  /** An edition's topology at the detail that features are served in. */
  readonly topology: (facts: IndexedFacts) => Promise<LayerTopology | null>;
  /** Yields to other requests; called after each collection when all are drawn in a row. */
  readonly pause: () => Promise<void>;
}

const NOT_FOUND_HINT =
  "There are /ogc, /ogc/conformance, /ogc/api, /ogc/collections, and of each collection /items and /items/<id>.";

/**
 * OGC API - Features: core, GeoJSON and the OpenAPI document.
 *
 * @see https://docs.ogc.org/is/17-069r4/17-069r4.html
 */
export class OgcApi {
  readonly #options: OgcApiOptions;
  readonly #collections: readonly Collection[];
  readonly #memoizeContent = memoizeAsync<CollectionContent>();

  constructor(options: OgcApiOptions) {
    this.#options = options;
    this.#collections = collections(options.editions);
  }

  /**
   * The document at an address under /ogc.
   *
   * @param origin where clients reach the server, without a path
   * @throws {FeedError} for an address that does not exist and for invalid parameters
   */
  async respond(url: URL, origin: string): Promise<OgcResponse> {
    const root = `${origin}/ogc`;
    const [first, id, ...rest] = segments(url.pathname);
    if (first === "collections" && id !== undefined) return this.#respondForCollection(id, rest, { url, root });
    if (id !== undefined) throw new FeedError(404, NOT_FOUND_HINT);
    checkFormat(url.searchParams);
    switch (first) {
      case undefined:
        return { type: JSON_TYPE, document: landingPage(root) };
      case "conformance":
        return { type: JSON_TYPE, document: conformance() };
      case "collections":
        return { type: JSON_TYPE, document: collectionsDocument(await this.#loadAll(), root) };
      case "api": {
        const version = this.#options.dataVersion;
        return { type: OPENAPI_TYPE, document: openApi(await this.#loadAll(), { root, version }) };
      }
      default:
        throw new FeedError(404, NOT_FOUND_HINT);
    }
  }

  async #respondForCollection(
    id: string,
    [items, featureId, ...rest]: readonly string[],
    { url, root }: { readonly url: URL; readonly root: string },
  ): Promise<OgcResponse> {
    const collection = this.#collections.find((candidate) => candidate.id === id);
    if (collection === undefined) {
      const ids = this.#collections.map((candidate) => candidate.id);
      throw new FeedError(404, notFoundMessage("collection", id, ids));
    }
    if (rest.length > 0 || (items !== undefined && items !== "items")) throw new FeedError(404, NOT_FOUND_HINT);
    const content = await this.#content(collection);
    const address = `${root}/collections/${id}`;
    if (items === undefined) return { type: JSON_TYPE, document: collectionDocument(collection, content, root) };
    if (featureId !== undefined) {
      checkFormat(url.searchParams);
      return { type: GEOJSON_TYPE, document: featureDocument(findFeature(content, featureId, id), address) };
    }
    const query = parseItemsQuery(url.searchParams, content.properties);
    const page = { address: `${address}/items`, parameters: url.searchParams, query };
    return { type: GEOJSON_TYPE, document: itemsDocument(itemsPage(content, query), page) };
  }

  /** A collection's content, drawn on first request and cached. */
  #content(collection: Collection): Promise<CollectionContent> {
    return this.#memoizeContent(collection.id, () => this.#drawContent(collection));
  }

  async #drawContent(collection: Collection): Promise<CollectionContent> {
    const topology = await this.#options.topology(collection.facts);
    if (topology === null) throw new Error(`edition ${collection.facts.edition.id} has no topology`);
    return collectionContent(collection, topology);
  }

  async #loadAll(): Promise<{ readonly collection: Collection; readonly content: CollectionContent }[]> {
    const loaded: { readonly collection: Collection; readonly content: CollectionContent }[] = [];
    for (const collection of this.#collections) {
      loaded.push({ collection, content: await this.#content(collection) });
      await this.#options.pause();
    }
    return loaded;
  }
}

function findFeature({ items }: CollectionContent, featureId: string, collectionId: string): ShapedFeature {
  const found = items.find(({ feature }) => feature.id === featureId);
  if (found !== undefined) return found.feature;
  const example = items[0]?.feature.id ?? "none";
  throw new FeedError(
    404,
    `There is no feature ${quote(featureId)} in ${collectionId}; its ids are codes such as ${example}.`,
  );
}

/** The path segments after /ogc, percent-decoded; a trailing slash is ignored. */
function segments(pathname: string): string[] {
  const parts = pathname.replace(/\/$/, "").split("/").slice(2);
  try {
    return parts.map(decodeURIComponent);
  } catch {
    throw new FeedError(400, `${quote(pathname)} is not valid percent-encoding.`);
  }
}
